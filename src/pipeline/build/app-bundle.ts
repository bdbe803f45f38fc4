import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { digestOf } from '../make-article.ts'
import type { PageParts } from '../prerender.ts'
import { compareText } from '../problems.ts'

/** The app, built: what goes to the browser, and what makes pages here. */
export interface App {
  /** Changes with everything that makes articles of seeds. */
  contentKey: string
  /** Changes with everything that makes pages of articles. */
  pageKey: string
  page: PageParts
  clientDir: string
  /** Path, which begins with a slash, and digest of each file in `clientDir`. */
  clientFiles: [path: string, digest: string][]
  /** The app as a server bundle, and what runs the build's threads. */
  serverEntry: string
  maker: string
  worker: string
}

/** What the app and its pages are made from, besides packages. */
const APP_SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'public', 'src']

/** What articles are made by. */
const CONTENT_SOURCES = ['package-lock.json', 'src/pipeline', 'src/shared']

export interface AppKeys {
  content: string
  app: string
}

/** @param settings everything that is settled outside of these files */
export function appKeys(settings: unknown): AppKeys {
  const told = JSON.stringify(settings)
  return {
    content: digestOf(told + digestOfFiles(CONTENT_SOURCES)),
    app: digestOf(told + digestOfFiles(APP_SOURCES)),
  }
}

/** What was not used for so long, in milliseconds, is thrown away. */
const KEPT = 30 * 24 * 60 * 60 * 1000

/** Whether the app of these keys was built before. */
export const hasApp = (cacheDir: string, keys: AppKeys): boolean =>
  readPage(folderOf(cacheDir, keys)) !== null

const folderOf = (cacheDir: string, keys: AppKeys) => join(cacheDir, `app-${keys.app}`)

/**
 * The app of these keys, built if it was not before.
 *
 * @param cacheDir holds what was built
 * @param stage a folder beside it
 * @param build fills the folders `client` and `server` of `stage`, and tells what pages are made of
 */
export async function openApp(
  cacheDir: string,
  keys: AppKeys,
  stage: string,
  build: () => Promise<PageParts>,
): Promise<App> {
  const folder = folderOf(cacheDir, keys)
  let page = readPage(folder)
  if (!page) {
    page = await build()
    writeFileSync(join(stage, 'page.json'), JSON.stringify({ page, digest: digestOfApp(stage) }))
    // Another build that began with this one may have it by now, and use it.
    if (!readPage(folder)) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(stage, folder)
    }
  }
  throwAwayOld(cacheDir, folder)
  const server = (name: string) => join(folder, 'server', name)
  const clientDir = join(folder, 'client')
  return {
    contentKey: keys.content,
    pageKey: digestOf(JSON.stringify(page) + digestOfFiles([join(folder, 'server')])),
    page,
    clientDir,
    clientFiles: filesBelow(clientDir).map(file => [
      `/${relative(clientDir, file).split(sep).join('/')}`,
      digestOf(readFileSync(file)),
    ]),
    serverEntry: server('entry-server.js'),
    maker: server('maker.js'),
    worker: server('worker.js'),
  }
}

/** @returns null if no app is there, or it is not as it was built */
function readPage(folder: string): PageParts | null {
  try {
    const { page, digest } = JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8'))
    return digest === digestOfApp(folder) ? page : null
  } catch {
    return null
  }
}

const digestOfApp = (folder: string) => digestOfFiles(['client', 'server'].map(name => join(folder, name)))

function throwAwayOld(cacheDir: string, current: string): void {
  const now = new Date()
  utimesSync(current, now, now)
  for (const name of readdirSync(cacheDir)) {
    const folder = join(cacheDir, name)
    const stats = statSync(folder, { throwIfNoEntry: false }) // others throw away too
    if (stats && /^(app|records|building)-/.test(name) && now.getTime() - stats.mtimeMs > KEPT)
      rmSync(folder, { recursive: true, force: true })
  }
}

/** A digest of files and of everything below folders, tests aside. */
function digestOfFiles(paths: string[]): string {
  const files = paths.flatMap(path => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
  return digestOf(
    files
      .filter(file => !/\.test\.tsx?$/.test(file))
      .map(file => digestOf(readFileSync(file)))
      .join(),
  )
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort(compareText)
