import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapOffset } from './body-text.ts'

test.each([
  ['中 文', '中文', 2, 1],
  ['中文', '中 文', 2, 3],
  ['“软件”', '「軟體」', 3, 3],
  ['上互联网，买软件。', '上網際網路，買軟體。', 6, 7],
  ['上互联网，买软件。', '上網際網路，買軟體。', 5, 6],
  ['上互联网，买软件', '上網際網路，買軟體', 1, 1],
  ['abc', 'abc', 7, 3],
  ['', 'x', 0, 0],
])('%s → %s: %i is %i', (from, to, offset, expected) => {
  expect(mapOffset(from, to, offset)).toBe(expected)
})

test('as many letters stand before a place in either text', () => {
  const letters = (text: string) => text.replace(/\s/g, '').length
  const spaced = fc
    .array(fc.constantFrom('中', '文', ' ', 'a'), { maxLength: 20 })
    .map(units => units.join(''))
  fc.assert(
    fc.property(spaced, fc.nat(20), (from, offset) => {
      const to = from.replace(/\s/g, '')
      const mapped = mapOffset(from, to, offset)
      expect(mapped).toBe(letters(from.slice(0, offset)))
      expect(letters(from.slice(0, mapOffset(to, from, mapped)))).toBe(mapped)
    }),
  )
})
