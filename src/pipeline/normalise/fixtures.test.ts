import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { readSeed } from '../read-seed.ts'
import { sanitise } from '../sanitise.ts'
import { normalise } from './index.ts'

const folder = new URL('../fixtures/', import.meta.url)
const cases = readdirSync(folder)

/** Every way from `seed.txt` to `expected.html`, which has each block on a line of its own to be read by people. */
test.each(cases)('the seed "%s" becomes the article beside it', name => {
  const problems: unknown[] = []
  const bytes = readFileSync(new URL(`${name}/seed.txt`, folder))
  const seed = readSeed(`${name}/seed.txt`, bytes, 'Asia/Shanghai', problem => problems.push(problem))
  const tree = parseHtml(seed!.body)
  normalise(tree, seed!.title)
  sanitise(tree)
  const expected = readFileSync(new URL(`${name}/expected.html`, folder), 'utf8').trimEnd()
  expect(problems).toEqual([])
  expect(withoutGaps(serializeHtml(tree))).toBe(withoutGaps(expected))
})

/** Without the white space at the ends of paragraphs and between blocks, which nobody sees. */
const withoutGaps = (html: string) => html.trim().replace(/(>)\s*\n\s*(?=<)|(<p>)\s+|\s+(?=<\/p>)/g, '$1$2')

test('there are enough cases to trust them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(15)
})
