import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Page } from 'playwright/test'
import { build } from 'vite'
import { anyBody, bodyOf, soundSeeds } from '../src/pipeline/any-seed.ts'
import { parseHtml, serializeHtml } from '../src/pipeline/html.ts'
import { normalise } from '../src/pipeline/normalise/index.ts'
import { sanitise } from '../src/pipeline/sanitise.ts'
import { expect, test } from './site.ts'

/** How many arbitrary bodies: `FUZZ_BODIES=10000` takes a minute more. */
const BODIES = Number(process.env.FUZZ_BODIES || 2000)

test('the last gate finds nothing to do: what the build made is what the browser makes of it', {
  tag: '@once',
}, async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('about:blank')
  await page.addScriptTag({ content: await bundleGate() })
  const seed = Number(process.env.FUZZ_SEED || Date.now() % 2 ** 31)
  const bodies = [...soundSeeds.map(bodyOf), ...fc.sample(anyBody, { numRuns: BODIES, seed })]
  for (let start = 0; start < bodies.length; start += 200) {
    const batch = bodies.slice(start, start + 200)
    const built = batch.map(clean)
    const gated = await throughGate(page, built)
    for (const [index, body] of batch.entries())
      expect(gated[index], `FUZZ_SEED=${seed}, of ${JSON.stringify(body)}`).toEqual({
        asParsed: built[index],
        asPurified: built[index],
      })
  }
})

function clean(body: string): string {
  const tree = parseHtml(body)
  normalise(tree)
  sanitise(tree)
  return serializeHtml(tree)
}

/** Each body as the browser reads it, and as the gate leaves it. */
const throughGate = (page: Page, bodies: string[]) =>
  page.evaluate(all => {
    const { purify } = Reflect.get(window, 'gate') as { purify: (html: string) => { toString(): string } }
    const element = document.implementation.createHTMLDocument().createElement('div')
    return all.map(html => {
      element.innerHTML = html
      const asParsed = element.innerHTML
      element.innerHTML = purify(html).toString()
      return { asParsed, asPurified: element.innerHTML }
    })
  }, bodies)

/** The app's own gate as one script. */
async function bundleGate(): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../src/app/article/purifier.ts', import.meta.url)),
        formats: ['iife'],
        name: 'gate',
      },
    },
  })
  const [bundle] = output as { output: { code?: string }[] }[]
  return `${bundle!.output[0]!.code}\nwindow.gate = gate`
}
