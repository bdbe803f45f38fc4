import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { findChromium } from '../chromium.ts'
import { makeSeeds } from '../make-seeds.ts'
import { SEEDS } from '../sites.ts'
import { CACHE, DEV_PORT, DIST, LAUNCH, makeDrillSeeds, PORT } from './drill-sites.ts'

// Long fault drills, run by hand: `npm run drills`. What must never break has a short story in `e2e/` as well.
if (!process.env.TEST_WORKER_INDEX) {
  makeSeeds()
  makeDrillSeeds()
  mkdirSync(CACHE, { recursive: true })
}

const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`
const server = {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { SEEDS_DIR: SEEDS },
  timeout: 180_000,
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.drill.ts',
  outputDir: `${CACHE}/output`,
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['../faults.ts']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    launchOptions: { executablePath: findChromium(), args: LAUNCH },
  },
  webServer: [
    {
      ...server,
      command: `${vite} build --outDir "${DIST}" --emptyOutDir && ${vite} preview --outDir "${DIST}" --host 127.0.0.1 --port ${PORT} --strictPort`,
      url: `http://127.0.0.1:${PORT}/`,
    },
    // Serves each module by itself, so that a drill can call what a page would.
    {
      ...server,
      command: `${vite} --host 127.0.0.1 --port ${DEV_PORT} --strictPort`,
      url: `http://127.0.0.1:${DEV_PORT}/@vite/client`,
    },
  ],
})
