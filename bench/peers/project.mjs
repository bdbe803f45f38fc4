import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { frontMatter, listSeeds, readArticle } from '../read-articles.mjs'

/** Installs a folder's packages, pinned by its lock file, unless they are there. */
export function install(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const isThere = ([name, version]) =>
    existsSync(join(folder, 'node_modules', name)) && installedVersion(folder, name) === version
  if (!Object.entries(dependencies).every(isThere))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] })
}

/** The version of a package that was installed. */
export const installedVersion = (folder, name) =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version

/** Copies a peer's templates and lets them find its packages. */
export function startProject(folder, dir) {
  cpSync(folder, dir, { recursive: true, filter: path => !path.endsWith('node_modules') })
  if (existsSync(join(folder, 'node_modules')))
    symlinkSync(join(folder, 'node_modules'), join(dir, 'node_modules'))
}

/** Writes every seed as `<id>.html` into a folder: front matter of the peer's liking, the body as it stands. */
export function writeArticles(seedsDir, folder, fieldsOf) {
  mkdirSync(folder, { recursive: true })
  for (const file of listSeeds(seedsDir)) {
    const article = readArticle(seedsDir, file)
    writeFileSync(join(folder, `${article.id}.html`), frontMatter(fieldsOf(article)) + article.body)
  }
}

/** The one style sheet that peers without a theme of their own share. */
export function copyStyle(file) {
  mkdirSync(dirname(file), { recursive: true })
  cpSync(join(import.meta.dirname, 'site.css'), file)
}
