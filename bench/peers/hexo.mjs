import { join } from 'node:path'
import { install, installedVersion, startProject, writeArticles } from './project.mjs'

const folder = join(import.meta.dirname, 'hexo')

export default {
  name: 'Hexo',
  most: 10_000,
  version() {
    install(folder)
    return installedVersion(folder, 'hexo')
  },
  create(dir, seedsDir) {
    startProject(folder, dir)
    writeArticles(seedsDir, join(dir, 'source/_posts'), ({ body: _, id: __, ...fields }) => fields)
  },
  source: (dir, { id }) => join(dir, 'source/_posts', `${id}.html`),
  // A second run without `hexo clean` goes by what db.json remembers.
  build: dir => ({ command: join(folder, 'node_modules/.bin/hexo'), args: ['generate'], cwd: dir }),
  made: ['out', 'db.json'],
}
