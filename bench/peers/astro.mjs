import { join } from 'node:path'
import { copyStyle, install, installedVersion, startProject, writeArticles } from './project.mjs'

const folder = join(import.meta.dirname, 'astro')

export default {
  name: 'Astro',
  most: 10_000,
  version() {
    install(folder)
    return installedVersion(folder, 'astro')
  },
  create(dir, seedsDir) {
    startProject(folder, dir)
    copyStyle(join(dir, 'public/site.css'))
    writeArticles(seedsDir, join(dir, 'articles'), ({ body: _, id: __, ...fields }) => fields)
  },
  source: (dir, { id }) => join(dir, 'articles', `${id}.html`),
  // Its cache of content lies in `cache`; a second run loads from there what did not change.
  build: dir => ({
    command: join(folder, 'node_modules/.bin/astro'),
    args: ['build'],
    cwd: dir,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  }),
  made: ['out', 'cache', '.astro'],
}
