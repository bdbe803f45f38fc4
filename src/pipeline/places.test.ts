import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOf } from './places.ts'

test('places are counted from 1, columns in UTF-16 code units', () => {
  const place = placesOf('ab\n\n😀c', 5)
  expect([0, 1, 2, 3, 4, 6].map(place)).toEqual([
    { line: 5, column: 1 },
    { line: 5, column: 2 },
    { line: 5, column: 3 },
    { line: 6, column: 1 },
    { line: 7, column: 1 },
    { line: 7, column: 3 },
  ])
})

test('any place leads back to its offset', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '渡')), fc.nat(50), (parts, number) => {
      const text = parts.join('')
      const offset = Math.min(number, text.length)
      const { line, column } = placesOf(text)(offset)
      const before = text.split('\n').slice(0, line - 1)
      expect(before.map(each => `${each}\n`).join('').length + column - 1).toBe(offset)
    }),
  )
})
