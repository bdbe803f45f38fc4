import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { anyBody } from '../src/pipeline/any-seed.ts'
import { parseHtml, serializeHtml } from '../src/pipeline/html.ts'
import { normalise } from '../src/pipeline/normalise/index.ts'
import { readBody } from '../src/pipeline/read-seed.ts'
import { sanitise } from '../src/pipeline/sanitise.ts'
import { alive, expect, test } from './site.ts'
import { distOf, SEEDS } from './sites.ts'

/** So many made-up bodies; `FUZZED_BODIES=10000` asks for more, `MORE_SEEDS=folder` for those of another folder. */
const FUZZED = Number(process.env.FUZZED_BODIES || 3000)

const clean = (html: string): string => {
  const tree = parseHtml(html)
  normalise(tree)
  sanitise(tree)
  return serializeHtml(tree)
}

const bodiesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(txt|md|html)$/.test(name))
    .map(name => readBody(readFileSync(join(folder, name))))

test('what the build lets through the last gate lets through, and changes nothing', { tag: '@once' }, async ({
  page,
}) => {
  test.setTimeout(300_000)
  const fixtures = new URL('../src/pipeline/fixtures', import.meta.url).pathname
  const folders = [SEEDS, fixtures, ...(process.env.MORE_SEEDS ? [process.env.MORE_SEEDS] : [])]
  const bodies = [
    ...folders.flatMap(bodiesIn),
    ...fc.sample(anyBody, { numRuns: FUZZED, seed: 20261124 }),
  ].map(clean)
  expect(bodies.filter(body => body.length > 50).length).toBeGreaterThan(FUZZED / 6)

  // The gate as readers get it.
  const gate = readdirSync(join(distOf('root'), 'assets')).find(name => /^purifier-.*\.js$/.test(name))
  await page.goto('settings/')
  await alive(page)
  for (let start = 0; start < bodies.length; start += 500) {
    const changed = await page.evaluate(
      async ([script, batch]) => {
        const [purify] = Object.values((await import(script)) as Record<string, (html: string) => unknown>)
        return batch.map(html => [html, String(purify!(html))]).filter(([before, after]) => before !== after)
      },
      [`/assets/${gate}`, bodies.slice(start, start + 500)] as const,
    )
    expect(changed.slice(0, 3)).toEqual([])
  }
})
