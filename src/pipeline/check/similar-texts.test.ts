import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SimilarTexts } from './similar-texts.ts'

/** Words of a fixed chance, so that shares can be told beforehand. */
function words(seed: number, count: number, from: string[]): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return from[(state >>> 8) % from.length]!
  })
}
const HAN = Array.from({ length: 2000 }, (_, index) => String.fromCharCode(0x4e00 + index * 7))
const LATIN = Array.from({ length: 2000 }, (_, index) => `w${index.toString(36)}`)

describe.each([
  ['Chinese', HAN, ''],
  ['English', LATIN, ' '],
])('of %s texts', (_, alphabet, gap) => {
  const original = words(1, 2000, alphabet)
  const withTail = (length: number) =>
    [...original.slice(0, 2000 - length), ...words(2, length, alphabet)].join(gap)

  test.each([
    [20, true],
    [100, true],
    [160, true],
    [600, false],
    [1000, false],
    [2000, false],
  ])('one with %i of 2000 words of its own is near: %s', (own, isNear) => {
    const texts = new SimilarTexts()
    expect(texts.add('a', 'a', original.join(gap))).toBeNull()
    const like = texts.add('b', 'b', withTail(own))
    expect(like !== null).toBe(isNear)
    if (!like) return
    expect(like).toMatchObject({ file: 'a', isSame: false })
    const shared = (2000 - own) / (2000 + own)
    expect(Math.abs(like.share - shared)).toBeLessThan(0.12)
  })
})

test('white space, case and marks make no difference to how alike texts are', () => {
  const texts = new SimilarTexts()
  const original = words(3, 200, LATIN)
  texts.add('a', 'a', original.join(' '))
  expect(texts.add('b', 'b', original.join(', ').toUpperCase())).toEqual({
    file: 'a',
    isSame: false,
    share: 1,
  })
})

test('short texts are compared to the letter only', () => {
  const texts = new SimilarTexts()
  expect(texts.add('a', 't', '渡口的早晨')).toBeNull()
  expect(texts.add('b', 't', '渡口的早晨。')).toBeNull()
  expect(texts.add('c', 't', '渡口的早晨')).toEqual({ file: 'a', isSame: true, share: 1 })
  expect(texts.add('d', 'u', '渡口的早晨')).toBeNull()
  expect(texts.add('e', 't', '')).toBeNull()
  expect(texts.add('f', 't', '')).toBeNull()
})

test('the most alike of several is named', () => {
  const original = words(4, 1000, HAN)
  const texts = new SimilarTexts()
  texts.add('far', 'a', [...original.slice(0, 940), ...words(5, 60, HAN)].join(''))
  texts.add('near', 'b', [...original.slice(0, 990), ...words(6, 10, HAN)].join(''))
  expect(texts.add('c', 'c', original.join(''))?.file).toBe('near')
})

test('a thousand copies of one text and a thousand different ones are no matter', () => {
  const texts = new SimilarTexts()
  const original = words(7, 300, HAN)
  let near = 0
  for (let index = 0; index < 1000; index++) {
    if (texts.add(`copy ${index}`, `t${index}`, [...original, ...words(index, 3, HAN)].join(''))) near++
    expect(texts.add(`own ${index}`, 't', words(index + 1000, 300, HAN).join(''))).toBeNull()
  }
  expect(near).toBe(999)
})

test('no text makes it fail, and any is the same as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
      const texts = new SimilarTexts()
      texts.add('a', 'a', text)
      expect(texts.add('b', 'a', text)).toEqual({ file: 'a', isSame: true, share: 1 })
    }),
  )
})
