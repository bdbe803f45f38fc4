import { describe, expect, test } from 'vitest'
import { asSeen, countNews } from './news.ts'

const newest: [string, number][] = [
  ['d', 40],
  ['c', 30],
  ['b', 20],
  ['a', 10],
]

describe('what is new', () => {
  test('is what was not seen', () => {
    expect(countNews({ newest }, { at: 0, ids: ['b', 'a'] })).toEqual({ count: 2, isAll: false })
    expect(countNews({ newest }, { at: 0, ids: ['d', 'c', 'b', 'a'] })).toEqual({ count: 0, isAll: false })
  })

  test('counts an article that was put between those that were seen', () => {
    expect(countNews({ newest }, { at: 0, ids: ['d', 'b', 'a'] })).toEqual({ count: 1, isAll: false })
  })

  test('is not what moved up from the end, when newer ones were taken away', () => {
    expect(countNews({ newest }, { at: 0, ids: ['gone', 'd', 'c', 'b'] })).toEqual({ count: 0, isAll: false })
  })

  test('may be more than the site tells of', () => {
    expect(countNews({ newest }, { at: 0, ids: ['long ago'] })).toEqual({ count: 4, isAll: true })
    expect(countNews({ newest: [] }, { at: 0, ids: ['a'] })).toEqual({ count: 0, isAll: false })
  })
})

test('what storage holds may be anything', () => {
  expect(asSeen({ at: 1, ids: ['a'] })).toEqual({ at: 1, ids: ['a'] })
  for (const odd of [null, 3, {}, { at: '1', ids: [] }, { at: 1, ids: [2] }, { at: 1 }])
    expect(asSeen(odd)).toBeNull()
})
