import { join } from 'node:path'
import { copyStyle, install, installedVersion, startProject, writeArticles } from './project.mjs'

const folder = join(import.meta.dirname, 'eleventy')
const command = join(folder, 'node_modules/.bin/eleventy')

export default {
  name: 'Eleventy',
  version() {
    install(folder)
    return installedVersion(folder, '@11ty/eleventy')
  },
  create(dir, seedsDir) {
    startProject(folder, dir)
    copyStyle(join(dir, 'pages/site.css'))
    writeArticles(seedsDir, join(dir, 'pages/a'), ({ title, categories, author, date, thumbnail }) => ({
      title,
      categories,
      author,
      date,
      thumbnail,
    }))
  },
  source: (dir, { id }) => join(dir, 'pages/a', `${id}.html`),
  build: dir => ({ command, args: ['--quiet'], cwd: dir }),
  made: ['out'],
}
