import fc from 'fast-check'
import { parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { anyBody, bodyOf, soundSeeds } from './any-seed.ts'
import { parseBounded } from './parse-bounded.ts'

function expectSame(html: string): void {
  expect(serialize(parseBounded(html, false))).toBe(serialize(parseBounded(html, true)))
}

test('the tree is the same with and without lines', () => {
  for (const seed of soundSeeds) expectSame(bodyOf(seed))
  fc.assert(fc.property(anyBody, expectSame), { numRuns: 2000 })
}, 60_000)

test('text is read as the parser itself reads it, whatever characters it holds', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<table>',
      '<pre>',
      '\n',
      '\r\n',
      '\r',
      '\0',
      '&amp;',
      '&am',
      '<',
      '水',
      '🙂',
      '\ud83d',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const html = pieces.join('')
      // `<b>` is opened again no more often than the limit allows.
      fc.pre(html.split('<b>').length <= 4)
      expect(serialize(parseBounded(html, false))).toBe(serialize(parseFragment(html)))
    }),
    { numRuns: 5000 },
  )
}, 60_000)

test('a text longer than what the parser keeps of its input', () => {
  const html = `<p>${'水'.repeat(70_000)}</p><p>${'a b '.repeat(40_000)}</p>`
  expect(serialize(parseBounded(html, false))).toBe(html)
})
