import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export default {
  name: 'Shiye',
  version: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  create: (dir, seedsDir) => cpSync(seedsDir, join(dir, 'seeds'), { recursive: true, dereference: true }),
  source: (dir, { file }) => join(dir, 'seeds', file),
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
