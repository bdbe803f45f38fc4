import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { figuresOf, inspect } from './lighthouse.mjs'
import { makeArticles } from './make-articles.mjs'
import { checkOutput, createProject } from './measure-build.mjs'
import { servePictures } from './pictures.mjs'
import { listSeeds, readArticle } from './read-articles.mjs'
import { runMeasured } from './run-measured.mjs'
import { serveFolder } from './serve.mjs'
import { figure, medians, table, withRatio } from './table.mjs'

/** Opens the home page and the article with the most pictures of every peer's site, by Lighthouse. */
export async function measurePages({ peers, size, runs, picturePort, tempDir, tell }) {
  const dir = join(tempDir, 'pages')
  const pictures = await servePictures(picturePort)
  const sites = []
  try {
    const seedsDir = join(dir, 'seeds')
    makeArticles(size, seedsDir, pictures.address)
    const articles = listSeeds(seedsDir).map(file => readArticle(seedsDir, file))
    const richest = articles.toSorted((a, b) => picturesIn(b) - picturesIn(a) || (a.id < b.id ? -1 : 1))[0]
    for (const peer of peers) sites.push(await openSite({ peer, dir, seedsDir, articles, tell }))
    const pages = {
      [`Home, ${figure(size)} articles`]: '',
      [`Article with ${picturesIn(richest)} pictures`]: `a/${richest.id}/`,
    }
    const parts = []
    for (const [title, path] of Object.entries(pages)) {
      const results = await inspectAll({ sites, path, runs, tell })
      parts.push(`### ${title}\n\n${tableOf(sites, results)}`)
    }
    return parts.join('\n\n')
  } finally {
    for (const { server } of sites) server?.stop()
    pictures.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

const picturesIn = article => article.body.split('<img').length - 1

/** Builds and serves; without a server if that failed. */
async function openSite({ peer, dir, seedsDir, articles, tell }) {
  const project = join(dir, peer.name)
  try {
    tell(`${peer.name}: building for the browser`)
    createProject(peer, project, seedsDir)
    await runMeasured(peer.build(project))
    checkOutput(project, articles)
    return { peer, server: await serveFolder(join(project, 'out')) }
  } catch (error) {
    tell(`${peer.name} failed: ${error.message.split('\n')[0]}`)
    return { peer }
  }
}

async function inspectAll({ sites, path, runs, tell }) {
  const results = new Map()
  for (let run = 1; run <= runs; run++)
    for (const { peer, server } of sites) {
      if (!server) continue
      try {
        tell(`${peer.name}: /${path}, ${run} of ${runs}`)
        const figures = figuresOf(await inspect(server.address + path))
        results.set(peer, [...(results.get(peer) ?? []), figures])
      } catch (error) {
        tell(`${peer.name} could not be opened: ${error.message.split('\n')[0]}`)
      }
    }
  return new Map([...results].map(([peer, measured]) => [peer, medians(measured)]))
}

function tableOf(sites, results) {
  const own = results.get(sites.find(({ peer }) => peer.name === 'Shiye')?.peer) ?? {}
  const rows = sites.map(({ peer }) => {
    const result = results.get(peer) ?? {}
    const cell = (name, digits) => withRatio(result[name], own[name], digits)
    return [
      peer.name,
      figure(result.performance),
      cell('fcp', 2),
      cell('lcp', 2),
      cell('speed', 2),
      figure(result.tbt),
      figure(result.cls, 3),
      cell('kilobytes', 1),
      figure(result.requests),
    ]
  })
  return table(
    ['', 'performance', 'FCP s', 'LCP s', 'Speed Index s', 'TBT ms', 'CLS', 'KB', 'requests'],
    rows,
  )
}
