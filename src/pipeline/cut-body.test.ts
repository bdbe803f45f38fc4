import { expect, test } from 'vitest'
import { cutBody } from './cut-body.ts'

test.each(['', '<p>x</p>', '一'.repeat(2_499_999), '<br>\n'.repeat(100_000)])(
  'what can be an article is left as it is (%#)',
  body => {
    expect(cutBody(body)).toEqual({ html: body, cutAt: null })
  },
)

test('what is longer than any article is cut, and not within a character', () => {
  expect(cutBody('x'.repeat(2_500_001))).toMatchObject({ cutAt: 2_500_000 })
  expect(cutBody(`${'x'.repeat(2_499_999)}😀`)).toMatchObject({ cutAt: 2_499_999 })
})

test.each(['<br>', 'x\n'])('what has more tags or lines than any article is cut before one: %j', piece => {
  const { html, cutAt } = cutBody(piece.repeat(300_000))
  expect(cutAt).toBe(html.length)
  expect(html).toBe(piece.repeat(300_000).slice(0, 250_000 * piece.length + piece.search(/[<\n]/)))
})
