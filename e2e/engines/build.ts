import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeSeeds } from '../make-seeds.ts'
import { ORIGIN, SEEDS } from '../sites.ts'
import { site } from './engine.ts'
import { isThere, kinds } from './kinds.ts'

/** Builds the site that the stories are about, once for all engines. */
export default function build(): void {
  if (!kinds.some(isThere)) return
  makeSeeds()
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', site, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, SITE_URL: ORIGIN, SEEDS_DIR: SEEDS },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}
