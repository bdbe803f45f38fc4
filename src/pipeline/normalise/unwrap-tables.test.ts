import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'
import { unwrapTables } from './unwrap-tables.ts'

const shown = (html: string) => {
  const tree = parseHtml(html)
  unwrapTables(tree)
  buildBlocks(tree)
  return serializeHtml(tree)
    .replaceAll('<div class="table-box" tabindex="0">', '')
    .replaceAll('</table></div>', '</table>')
}

describe('a table that only places things is taken apart', () => {
  test.each([
    [
      'a whole article in a cell',
      '<table><tr><td class="t_f">甲<br><br>乙</td></tr></table>',
      '<p>甲</p><p>乙</p>',
    ],
    [
      'one column of blocks',
      '<table><tr><td><p>甲</p></td></tr><tr><td><p>乙</p></td></tr></table>',
      '<p>甲</p><p>乙</p>',
    ],
    [
      'a grid of pictures',
      '<table><tr><td><img src="1"></td><td><img src="2"></td></tr><tr><td><img src="3"></td><td></td></tr></table>',
      '<figure><img src="1"></figure><figure><img src="2"></figure><figure><img src="3"></figure>',
    ],
    [
      'a table in a table',
      '<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table>',
      '<p>甲</p>',
    ],
    [
      'one that says so',
      '<table role="presentation"><tr><td>甲</td><td>乙</td></tr></table>',
      '<p>甲</p><p>乙</p>',
    ],
    ['what a link leads to', '<table id="n1"><tr><td>甲</td></tr></table>', '<p id="n1">甲</p>'],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toBe(expected)
  })

  test('a page beside its margin', () => {
    const page = `<p>${'潮'.repeat(150)}</p>`.repeat(4)
    expect(shown(`<table><tr><td>目录</td><td>${page}</td></tr></table>`)).toBe(`<p>目录</p>${page}`)
  })
})

describe('a table of data stays one', () => {
  test.each([
    [
      'two columns',
      '<table><tbody><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></tbody></table>',
    ],
    ['one column of words', '<table><tbody><tr><td>甲</td></tr><tr><td>乙</td></tr></tbody></table>'],
    ['with a head', '<table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'],
  ])('%s', (_, html) => {
    expect(shown(html)).toBe(html)
  })

  test.each([
    ['of head cells', '<tr><th>甲</th><th>乙</th></tr>'],
    ['all in bold', '<tr><td><b>甲</b></td><td><strong>乙</strong></td></tr>'],
  ])('a first row %s becomes the head', (_, row) => {
    expect(shown(`<table>${row}<tr><td>1</td><td>2</td></tr></table>`)).toBe(
      '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    )
  })
})
