import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { copyStyle, startProject, writeArticles } from './project.mjs'

const folder = join(import.meta.dirname, 'hugo')

export default {
  name: 'Hugo',
  version() {
    try {
      return /v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))[1]
    } catch {
      return null
    }
  },
  create(dir, seedsDir) {
    startProject(folder, dir)
    copyStyle(join(dir, 'static/site.css'))
    writeArticles(seedsDir, join(dir, 'content/a'), ({ title, categories, author, date, thumbnail }) => ({
      title,
      author,
      date,
      thumbnail,
      // Its categories have no tree: an article names those above its own too.
      categories: categories.map((_, depth) => categories.slice(0, depth + 1).join('/')),
    }))
  },
  source: (dir, { id }) => join(dir, 'content/a', `${id}.html`),
  build: dir => ({
    command: 'hugo',
    args: ['--quiet', '--destination', 'out'],
    cwd: dir,
    env: { HUGO_CACHEDIR: join(dir, 'cache') },
  }),
  made: ['out', 'cache', 'resources'],
}
