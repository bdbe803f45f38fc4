import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { makeHostileSeeds } from './attacks/hostile-seeds.ts'
import { findShell } from './chromium.ts'
import { makeSeeds } from './make-seeds.ts'
import {
  type BuiltSite,
  buildLogOf,
  CACHE,
  distOf,
  HOSTILE_SEEDS,
  hostileSite,
  ORIGIN,
  SEEDS,
  sites,
} from './sites.ts'

// Workers read this file too; the seeds are made once, before the sites are built from them.
if (!process.env.TEST_WORKER_INDEX) {
  makeSeeds()
  makeHostileSeeds()
}

/**
 * Stories of parts that change rarely: `npm run test:all` tells them too. A change has to know within fifteen minutes, on two
 * cores, whether it holds.
 */
const RARE =
  /[\\/](speed|rescue|pages|script|lightbox|listen|notes-and-tables|embeds|gestures|typography|find|marks|statistics|mute|queue|install-offer)\.spec\.ts$/

export default defineConfig({
  testDir: '.',
  testIgnore: process.env.ALL_STORIES ? [] : [RARE],
  outputDir: `${CACHE}/output`,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['./faults.ts'],
    ['json', { outputFile: resolve(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME || `${CACHE}/results.json`) }],
  ],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findShell(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // The same with and without a network: pictures of other hosts cannot be had unless a test provides them.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  projects: sites.map(site => ({
    name: site.name,
    use: { baseURL: addressOf(site) },
    // Stories that are the same wherever a site is served are told once.
    grepInvert: site.base === '/' ? undefined : /@once/,
  })),
  webServer: [...sites, hostileSite].map(site => ({
    command: buildAndServe(site),
    url: addressOf(site),
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { SITE_URL: ORIGIN, SEEDS_DIR: site === hostileSite ? HOSTILE_SEEDS : SEEDS },
    reuseExistingServer: false,
    timeout: 120_000,
  })),
})

function addressOf({ base, port }: BuiltSite): string {
  return `http://127.0.0.1:${port}${base}`
}

function buildAndServe({ name, base, port }: BuiltSite): string {
  const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`
  const [dist, log] = [distOf(name), buildLogOf(name)]
  mkdirSync(`${CACHE}/${name}`, { recursive: true })
  const build = `${vite} build --base ${base} --outDir "${dist}" --emptyOutDir > "${log}" 2>&1`
  const serve = `${vite} preview --base ${base} --outDir "${dist}" --host 127.0.0.1 --port ${port} --strictPort`
  return `if ${build}; then ${serve}; else cat "${log}" >&2; exit 1; fi`
}
