import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** Copies of a built site that are versions of it. */
export class Versions {
  readonly #folder = mkdtempSync(join(tmpdir(), 'shiye-versions-'))
  readonly #dist: string

  constructor(dist: string) {
    this.#dist = dist
  }

  /** A version whose scripts and styles all have other names, as if every source had changed; "A" are those of the site. */
  make(name: string): string {
    const folder = join(this.#folder, name)
    cpSync(this.#dist, folder, { recursive: true })
    if (name !== 'A') renameAssets(folder, name)
    return folder
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const HASHED = /-([\w-]{8})\.(js|css)$/

function renameAssets(folder: string, version: string): void {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const assets = all.filter(path => path.startsWith('assets/') && HASHED.test(path))
  const renamed = (name: string) =>
    name.replace(HASHED, (_, hash, kind) => `-_${version}_${hash.slice(3)}.${kind}`)
  const names = new Map(assets.map(path => [basename(path), renamed(basename(path))]))
  for (const path of all.filter(each => /\.(js|css|html)$/.test(each))) {
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8')
    const changed = text.replace(/[\w.-]+-[\w-]{8}\.(?:js|css)/g, name => names.get(name) ?? name)
    if (changed !== text) writeFileSync(file, changed)
  }
  for (const path of assets) renameSync(join(folder, path), join(folder, path, '..', renamed(basename(path))))
  // The worker tells a page it keeps by a digest of its content.
  const worker = join(folder, 'sw.js')
  const text = readFileSync(worker, 'utf8')
  writeFileSync(worker, text.replace(/("revision":")\w(\w+","url":"shell\.html")/, `$1${version}$2`))
}
