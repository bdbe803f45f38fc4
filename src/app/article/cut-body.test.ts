import { expect, test } from 'vitest'
import { cutBody } from './cut-body.ts'

const paragraph = `<p>${'渡'.repeat(500)}</p>`
const htmlOf = (html: string) => cutBody(html).map(part => part.html)

test('a body of ordinary length is one part', () => {
  expect(htmlOf(paragraph.repeat(100))).toEqual([paragraph.repeat(100)])
})

test('a long body is cut between blocks, and nothing is lost', () => {
  const html = paragraph.repeat(400)
  const parts = cutBody(html)
  expect(parts.length).toBeGreaterThan(30)
  expect(parts.map(part => part.html).join('')).toBe(html)
  for (const { html, blocks } of parts) expect(html).toBe(paragraph.repeat(blocks))
})

test('a part begins with a paragraph, whose margin does not add to that of the block before', () => {
  const html = `<h2>题</h2>${paragraph.repeat(3)}<figure><img src="a.jpg" alt="a > b"></figure>`.repeat(100)
  for (const part of htmlOf(html).slice(1)) expect(part).toMatch(/^<p>/)
})

test('what lies within a block stays together', () => {
  const quotation = `<blockquote>${paragraph.repeat(3)}<p>一<br>二<img src="x.png" alt="&quot;>"></p></blockquote>`
  const parts = cutBody(quotation.repeat(100))
  for (const { html, blocks } of parts) expect(html).toBe(quotation.repeat(blocks))
  expect(parts.length).toBeGreaterThan(10)
})

test('blocks without a paragraph between them are cut all the same', () => {
  expect(htmlOf('<figure><img src="a.jpg"></figure>'.repeat(4000)).length).toBeGreaterThan(5)
})

test('one huge block is one part', () => {
  expect(htmlOf(`<ul>${'<li>一</li>'.repeat(10_000)}</ul>`)).toHaveLength(1)
})
