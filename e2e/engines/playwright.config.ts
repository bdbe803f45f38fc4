import { resolve } from 'node:path'
import { defineConfig } from 'playwright/test'
import { CACHE } from '../sites.ts'
import { isThere, kinds } from './kinds.ts'

if (!process.env.TEST_WORKER_INDEX)
  for (const kind of kinds.filter(kind => !isThere(kind)))
    console.log(
      `${kind.name} is not there, and its stories are not told: apt install ${kind.packages.join(' ')}`,
    )

export default defineConfig<{ engineName: string }>({
  testDir: '.',
  testMatch: 'stories.ts',
  outputDir: `${CACHE}/engines-output`,
  globalSetup: './build.ts',
  forbidOnly: !!process.env.CI,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: resolve(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME || `${CACHE}/engines.json`) }],
  ],
  projects: kinds.filter(isThere).map(({ name }) => ({ name, use: { engineName: name } })),
})
