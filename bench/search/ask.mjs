import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as browserType } from 'playwright'
import { chromium } from '../machine.mjs'
import { serveFolder } from '../serve.mjs'

/**
 * Opens a browser to ask an engine whose index is in a folder.
 *
 * @returns `visit`, which begins with empty caches and returns ways to `search` (as `showFirst` or `findAll`; it tells
 *   `{ ids, bytes, requests, ms }`) and to `leave`; and `stop`
 */
export async function openEngine(engine, folder) {
  const document = `<!doctype html><html lang="${engine.language}"><link rel="icon" href="data:,">`
  writeFileSync(join(folder, 'ask.html'), document)
  const server = await serveFolder(folder)
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] })
  const toId = engine.readIds(folder)

  async function visit() {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.address}ask.html`)

    async function search(query, how = 'showFirst') {
      const before = { ...server.sent }
      const { found, ms } = await page.evaluate(
        `(async () => {
          const start = performance.now()
          const found = await ({ ${engine[how]} }).${how}(${JSON.stringify(query)})
          return { found, ms: performance.now() - start }
        })()`,
      )
      const { bytes, requests } = server.sent
      return { ids: found.map(toId), bytes: bytes - before.bytes, requests: requests - before.requests, ms }
    }

    return { search, leave: () => context.close() }
  }

  async function stop() {
    await browser.close()
    server.stop()
  }

  return { visit, stop }
}
