import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportMarks } from './export-marks.ts'
import type { Mark } from './mark.ts'

const addressOf = (id: string) => `https://shiye.example/a/${id}/`

const mark = (more: Partial<Mark>): Mark => ({
  id: 'm',
  articleId: 'a'.repeat(16),
  title: '渡口',
  quote: '船到了',
  prefix: '前',
  suffix: '后',
  start: 0,
  colour: 'yellow',
  note: '',
  createdAt: Date.UTC(2026, 10, 25),
  updatedAt: Date.UTC(2026, 10, 25),
  ...more,
})

test('Markdown tells the marks by article, as they are read, and takes no text for a sign', () => {
  const marks = [
    mark({ quote: '第二处\n# 两行', start: 9, note: '*记*', colour: 'pink' }),
    mark({ articleId: 'b'.repeat(16), title: '[灯]火', quote: '1. 一' }),
    mark({ quote: '第一处 <b>', start: 3 }),
  ]
  expect(exportMarks(marks, 'Markdown', addressOf)).toEqual({
    name: 'shiye-marks.md',
    type: 'text/markdown',
    text: [
      '# 标记 Marks',
      '',
      '## [渡口](<https://shiye.example/a/aaaaaaaaaaaaaaaa/>)',
      '',
      '> 第一处 \\<b\\>',
      '',
      '*黄色 Yellow · 2026-11-25*',
      '',
      '> 第二处',
      '> \\# 两行',
      '',
      '**笔记 Note:** \\*记\\*',
      '',
      '*粉色 Pink · 2026-11-25*',
      '',
      '## [\\[灯\\]火](<https://shiye.example/a/bbbbbbbbbbbbbbbb/>)',
      '',
      '> 1\\. 一',
      '',
      '*黄色 Yellow · 2026-11-25*',
      '',
    ].join('\n'),
  })
})

test('JSON holds the whole marks, and where they are', () => {
  const one = mark({ note: '记' })
  expect(JSON.parse(exportMarks([one], 'JSON', addressOf).text)).toEqual({
    format: 'shiye-marks',
    version: 1,
    marks: [{ ...one, address: addressOf(one.articleId) }],
  })
})

/** Reads CSV as https://www.rfc-editor.org/rfc/rfc4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, end] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted!.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('CSV has its headings in both languages and a row for each mark', () => {
  const { text } = exportMarks([mark({ quote: '他说："好",\n走了', note: '记' })], 'CSV', addressOf)
  expect(text.startsWith('\ufeff"文章 Article",')).toBe(true)
  expect(readCsv(text)).toEqual([
    ['文章 Article', '摘录 Quote', '笔记 Note', '颜色 Colour', '时间 Time', '地址 Address'],
    ['渡口', '他说："好",\n走了', '记', '黄色 Yellow', '2026-11-25T00:00:00.000Z', addressOf('a'.repeat(16))],
  ])
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n=1'])(
  'CSV: %j is no formula',
  quote => {
    expect(readCsv(exportMarks([mark({ quote })], 'CSV', addressOf).text)[1]![1]).toBe(`'${quote}`)
  },
)

test('CSV: whatever a mark holds, it can be read back, and nothing begins a formula', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\t', '\r', '\n', ' ', '字', 'a'),
  })
  fc.assert(
    fc.property(text, text, (quote, note) => {
      const [, row] = readCsv(exportMarks([mark({ quote, note })], 'CSV', addressOf).text)
      const isFormula = row!.some(field => /^[=+\-@\t\r]/.test(field))
      expect([row![1]!.replace(/^'/, ''), row![2]!.replace(/^'/, ''), isFormula]).toEqual([
        quote,
        note,
        false,
      ])
    }),
  )
})
