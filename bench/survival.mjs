// Prints how much of the text a reader would see in each seed survives in its article, and what does not.
// npm run bench:survival -- --seeds DIR [--quiet]
//
// The seed's text is read here in another way than the pipeline does: the parser only tells where page furniture
// stands; what is left of the source has its tags cut out by name, so that a `<` the author did not escape counts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseFragment } from 'parse5'
import { runnerImport } from 'vite'

const { values } = parseArgs({ options: { seeds: { type: 'string' }, quiet: { type: 'boolean' } } })
if (!values.seeds) {
  console.error('usage: npm run bench:survival -- --seeds DIR [--quiet]')
  process.exit(2)
}

const root = join(import.meta.dirname, '..')
const load = async file =>
  (await runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' })).module
const { readSeed } = await load('src/pipeline/read-seed.ts')
const { cleanSeed } = await load('src/pipeline/clean-seed.ts')
const { LocalPictures } = await load('src/pipeline/pictures.ts')

/** Elements and boxes whose text no reader of the article misses. */
const UNSEEN =
  'script style noscript template button svg select option textarea iframe audio video head'.split(' ')
const FURNITURE =
  /(^|\s)(recommend_bottom|article_bottom|support-author|copy-code-btn|view-more|article-side|share\S*|bio|originUrl|gutter|aw-upload-\S+)(\s|$)/
const HTML_TAG =
  /<\/?(?:a|abbr|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|i|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|p|picture|pre|q|rp|rt|ruby|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr|[a-z]+[-:][\w:-]+)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/gi
const CODE_TAG = /<\/?(?:a|b|br|code|em|i|span|strong|mark|pre)(?:\s[^<>{}]*)?\/?>/gi
/** A stretch of text this long that is found nowhere in the article counts as lost. */
const GRAM = 8

const seedFiles = readdirSync(values.seeds, { recursive: true }).filter(name => /\.(txt|md|html)$/.test(name))
const local = new LocalPictures(values.seeds, '/')
const site = { language: 'zh-CN', timeZone: 'Asia/Shanghai' }
const rows = []
for (const file of seedFiles.sort()) {
  const seed = readSeed(file, readFileSync(join(values.seeds, file)), site.timeZone, () => {})
  if (!seed) continue
  const { body } = await cleanSeed(seed, file, seed.body, site, local, () => {})
  rows.push({
    file,
    ...compare(`${seed.title}\n${visibleText(seed.body)}`, `${seed.title}\n${visibleText(body)}`),
  })
}

const total = rows.reduce((sum, row) => sum + row.total, 0)
const kept = rows.reduce((sum, row) => sum + row.total - row.lost, 0)
rows.sort((a, b) => a.kept - b.kept)
for (const row of values.quiet ? [] : rows) {
  console.log(`${row.kept.toFixed(4)}  ${row.file}`)
  for (const piece of row.pieces) console.log(`        lost: ${piece}`)
}
console.log(
  `\n${rows.length} articles, ${total} characters, survival ${(kept / total).toFixed(4)}, worst ${rows[0]?.kept.toFixed(4)}`,
)
process.exitCode = kept / total >= 0.99 ? 0 : 1

/** The text between the tags, each line of its own where a block or a line break parts it. */
function visibleText(html) {
  const source = cutOut(html)
  const parts = source.split(/(<pre[\s>].*?<\/pre\s*>|<code[\s>].*?<\/code\s*>)/is)
  return parts
    .map((part, index) =>
      part
        .replace(
          /<br\s*\/?>|<\/?(p|div|li|h[1-6]|td|tr|blockquote|figcaption|pre)(?=[\s>])[^<>]*>/gi,
          found => (index % 2 === 0 || /^<(br|\/?pre)/i.test(found) ? '\n' : found),
        )
        .replace(index % 2 === 0 ? HTML_TAG : CODE_TAG, ''),
    )
    .map(decode)
    .join('')
}

/** The source without comments and what nobody sees. */
function cutOut(html) {
  const cuts = []
  const visit = node => {
    for (const child of node.childNodes ?? []) {
      const place = child.sourceCodeLocation
      if (
        place &&
        (child.nodeName === '#comment' ? html.startsWith('<!--', place.startOffset) : isUnseen(child))
      )
        cuts.push([place.startOffset, place.endOffset])
      else visit(child)
    }
  }
  visit(parseFragment(html, { sourceCodeLocationInfo: true }))
  let text = ''
  let done = 0
  for (const [start, end] of cuts) {
    if (start < done) continue
    text += html.slice(done, start)
    done = end
  }
  return text + html.slice(done)
}

function isUnseen(node) {
  if (!node.tagName) return false
  const attribute = name => node.attrs.find(each => each.name === name)?.value
  // Inside code the parser sees elements where the author wrote text.
  for (let parent = node.parentNode; parent; parent = parent.parentNode)
    if (parent.tagName === 'pre' || parent.tagName === 'code') return /copy/.test(attribute('class') ?? '')
  return (
    UNSEEN.includes(node.tagName) ||
    attribute('hidden') !== undefined ||
    /display\s*:\s*none/.test(attribute('style') ?? '') ||
    FURNITURE.test(attribute('class') ?? '') ||
    FURNITURE.test(attribute('id') ?? '')
  )
}

function decode(text) {
  const node = parseFragment(text.replaceAll('<', '&lt;')).childNodes[0]
  return node?.value ?? ''
}

/** How many characters of `before` are found in `after`, line by line, and the stretches that are not. */
function compare(before, after) {
  const fold = text => text.replace(/[\s\u200b\u200e\u200f\u2060\ufeff]+/g, '')
  const whole = fold(after)
  let total = 0
  let lost = 0
  const pieces = []
  for (const line of before.split('\n').map(fold)) {
    total += line.length
    if (line === '' || whole.includes(line)) continue
    let piece = ''
    for (const [index, isKept] of survivors(line, whole).entries()) {
      if (!isKept) piece += line[index]
      if (piece && (isKept || index === line.length - 1)) {
        lost += piece.length
        pieces.push(piece)
        piece = ''
      }
    }
  }
  return { total, lost, pieces, kept: total === 0 ? 1 : 1 - lost / total }
}

/** For each character, whether it stands in some stretch of `GRAM` characters that the article has too. */
function survivors(line, whole) {
  const kept = new Array(line.length).fill(false)
  for (let index = 0; index + GRAM <= line.length; index++)
    if (whole.includes(line.slice(index, index + GRAM))) kept.fill(true, index, index + GRAM)
  return kept
}
