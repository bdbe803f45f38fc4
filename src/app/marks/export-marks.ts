import { toCsv } from '../ui/csv.ts'
import { groupByArticle } from './group-marks.ts'
import { colours, type Mark } from './mark.ts'

export type ExportFormat = 'Markdown' | 'JSON' | 'CSV'

interface ExportedFile {
  name: string
  type: string
  text: string
}

/** Marks as a file that other programs read; its headings are in both languages. */
export function exportMarks(
  marks: Mark[],
  format: ExportFormat,
  addressOf: (articleId: string) => string,
): ExportedFile {
  const file = (ending: string, type: string, text: string) => ({ name: `shiye-marks.${ending}`, type, text })
  switch (format) {
    case 'Markdown':
      return file('md', 'text/markdown', toMarkdown(marks, addressOf))
    case 'JSON':
      return file('json', 'application/json', toJson(marks, addressOf))
    case 'CSV':
      return file('csv', 'text/csv', marksToCsv(marks, addressOf))
  }
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const colourOf = ({ colour }: Mark) => `${colours[colour].zh} ${colours[colour].en}`

/** By article, and in each as it is read. */
function toMarkdown(marks: Mark[], addressOf: (articleId: string) => string): string {
  const lines = ['# 标记 Marks', '']
  for (const group of groupByArticle(marks)) {
    lines.push(`## [${plain(oneLine(group.title))}](<${addressOf(group.articleId)}>)`, '')
    for (const mark of group.marks.toSorted((a, b) => a.start - b.start)) {
      lines.push(...mark.quote.split(/\r\n|\r|\n/).map(line => `> ${plain(line)}`.trimEnd()), '')
      if (mark.note) lines.push(`**笔记 Note:** ${plain(mark.note)}`, '')
      lines.push(`*${colourOf(mark)} · ${dayOf(mark.createdAt)}*`, '')
    }
  }
  return lines.join('\n')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

/** Text that Markdown takes as it stands. */
const plain = (text: string) =>
  text
    .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
    .replace(/^(\s*)([#+=-]|\d+[.)])/gm, (_, space, sign) =>
      sign.length > 1 ? `${space}${sign.slice(0, -1)}\\${sign.at(-1)}` : `${space}\\${sign}`,
    )

function toJson(marks: Mark[], addressOf: (articleId: string) => string): string {
  const told = marks.map(mark => ({ ...mark, address: addressOf(mark.articleId) }))
  return `${JSON.stringify({ format: 'shiye-marks', version: 1, marks: told }, null, 2)}\n`
}

function marksToCsv(marks: Mark[], addressOf: (articleId: string) => string): string {
  const head = ['文章 Article', '摘录 Quote', '笔记 Note', '颜色 Colour', '时间 Time', '地址 Address']
  const rows = marks.map(mark => [
    mark.title,
    mark.quote,
    mark.note,
    colourOf(mark),
    new Date(mark.createdAt).toISOString(),
    addressOf(mark.articleId),
  ])
  return toCsv([head, ...rows])
}
