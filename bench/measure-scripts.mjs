import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeArticles } from './make-articles.mjs'
import { checkOutput, createProject, listArticles } from './measure-build.mjs'
import shiye from './peers/shiye.mjs'
import { runMeasured } from './run-measured.mjs'

/** Scripts of their own, which print tables: what each is about, and of how many articles the sites are that it wants. */
const SCRIPTS = {
  growth: { title: 'What a reader loads as the archive grows', sizes: [100, 1000, 10_000] },
  navigation: { title: 'From tap to article, and long lists', sizes: [10_000] },
  'big-article': { title: 'An article of 2 MB', sizes: [] },
}

export const scriptNames = Object.keys(SCRIPTS)

/** Runs one of them on sites built for it. Where a site has been built for another, it is taken again. */
export async function runScript(name, { large, quick, tempDir, tell }) {
  const script = join(import.meta.dirname, `${name}.mjs`)
  if (!existsSync(script)) return null
  const { title, sizes } = SCRIPTS[name]
  const sites = []
  // Half as many still give navigation a list of a thousand.
  for (const size of [...sizes, ...(large && name === 'growth' ? [100_000] : [])])
    sites.push(await builtSite(quick ? Math.min(size, 5000) : size, tempDir, tell))
  tell(`${name}.mjs`)
  const printed = execFileSync(process.execPath, [script, ...sites], {
    cwd: resolve(import.meta.dirname, '..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  return `### ${title}\n\n${printed.trim()}`
}

async function builtSite(size, tempDir, tell) {
  const project = join(tempDir, `site-${size}`)
  const site = join(project, 'out')
  if (existsSync(site)) return site
  tell(`Shiye: building ${size} articles to open`)
  const seedsDir = join(tempDir, `seeds-${size}`)
  makeArticles(size, seedsDir, 'https://pictures.example')
  createProject(shiye, project, seedsDir)
  await runMeasured(shiye.build(project))
  checkOutput(project, listArticles(seedsDir))
  rmSync(seedsDir, { recursive: true, force: true })
  return site
}
