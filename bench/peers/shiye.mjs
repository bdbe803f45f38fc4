import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listSeeds } from '../read-articles.mjs'

const root = resolve(import.meta.dirname, '../..')

export default {
  name: 'Shiye',
  version: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  create: (dir, seedsDir) => cpSync(seedsDir, join(dir, 'seeds'), { recursive: true, dereference: true }),
  source: (dir, id) => join(dir, 'seeds', listSeeds(join(dir, 'seeds')).find(file => file.includes(id))),
  build: dir => ({
    command: join(root, 'node_modules/.bin/vite'),
    args: ['build', '--outDir', join(dir, 'out'), '--emptyOutDir'],
    cwd: root,
    env: {
      SEEDS_DIR: join(dir, 'seeds'),
      CACHE_DIR: join(dir, 'cache'),
      SITE_URL: 'http://localhost',
    },
  }),
  made: ['out', 'cache'],
}
