import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from 'playwright/test'
import { preview } from 'vite'
import { type Engine, site } from './engine.ts'
import { kinds } from './kinds.ts'
import { freePort } from './programs.ts'
import { Reader } from './reader.ts'

export { expect }

interface Site {
  address: string
  /** Takes the server away: from now on there is no network. */
  stop(): Promise<void>
}

/** A story of a reader in one of the other engines. The page may not report anything: no error, no warning. */
export const test = base.extend<
  { site: Site; reader: Reader; complaints: RegExp },
  { engineName: string; engine: Engine }
>({
  engineName: ['', { scope: 'worker', option: true }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await kinds.find(({ name }) => name === engineName)!.start()
      await use(engine)
      await engine.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: what a fixture needs is read from its pattern
  site: async ({}, use) => {
    const port = await freePort()
    const server = await preview({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      build: { outDir: site },
      preview: { port, host: '127.0.0.1', strictPort: true },
      logLevel: 'error',
    })
    let isRunning = true
    const stop = async () => {
      if (isRunning) await server.close()
      isRunning = false
    }
    await use({ address: `http://127.0.0.1:${port}/`, stop })
    await stop()
  },
  /** Said to no network; otherwise a page is silent. */
  complaints: [/^$/, { option: true }],
  reader: async ({ engine, site, complaints }, use, info) => {
    const window = await engine.open()
    await window.resize(1280, 800)
    const reader = new Reader(window, site.address)
    // What a browser's language is differs from machine to machine: this reader chose one.
    await window.goTo(`${site.address}robots.txt`)
    await window.run(() => localStorage.setItem('shiye.settings', JSON.stringify({ language: 'zh' })))
    await use(reader)
    if (info.status !== info.expectedStatus) writeFileSync(info.outputPath('window.png'), await window.look())
    await window.close()
    expect(window.complaints.filter(text => !complaints.test(text))).toEqual([])
  },
})
