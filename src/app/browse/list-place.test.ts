import { afterEach, expect, test, vi } from 'vitest'

vi.mock('../data/site.ts', () => ({ site: { base: '/reader/' } }))
const { firstOf, keepPlace, keptPlace, pageOf } = await import('./list-place.ts')

const place = { index: 45, id: 'e2e0000000000046', offset: -12.5 }

afterEach(() => vi.unstubAllGlobals())

const historyWith = (state: unknown) => {
  const replaceState = vi.fn()
  vi.stubGlobal('history', { state, replaceState })
  vi.stubGlobal('location', { search: '?layout=compact' })
  return replaceState
}

test.each([
  [0, 1],
  [19, 1],
  [20, 2],
  [45, 3],
])('article %i is on page %i', (index, page) => {
  expect(pageOf(index)).toBe(page)
  expect(firstOf(page)).toBeLessThanOrEqual(index)
  expect(firstOf(page + 1)).toBeGreaterThan(index)
})

test('a place is kept beside what the router keeps, with the address of its page', () => {
  const replaceState = historyWith({ key: 'abc', idx: 3 })
  keepPlace('/c/a/b/page/3/', place)
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(
    { key: 'abc', idx: 3, place },
    '',
    '/reader/c/a/b/page/3/?layout=compact',
  )
})

test('a place that is kept already is not kept again', () => {
  const replaceState = historyWith({ key: 'abc', place })
  keepPlace('/c/a/b/page/3/', { ...place })
  expect(replaceState).not.toHaveBeenCalled()
  keepPlace('/c/a/b/page/3/', { ...place, offset: -13 })
  expect(replaceState).toHaveBeenCalledOnce()
})

test('a browser that refuses does no harm', () => {
  historyWith(null).mockImplementation(() => {
    throw new DOMException('too often', 'SecurityError')
  })
  expect(() => keepPlace('/c/', place)).not.toThrow()
})

test.each([
  [null],
  [{}],
  [{ place: null }],
  [{ place: { ...place, index: 1.5 } }],
  [{ place: { ...place, offset: 'x' } }],
  [{ place: { index: 1, offset: 2 } }],
])('of %j nothing is taken', state => {
  historyWith(state)
  expect(keptPlace()).toBeNull()
})

test('what was kept is found again', () => {
  historyWith({ key: 'abc', place })
  expect(keptPlace()).toEqual(place)
})
