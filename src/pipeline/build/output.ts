import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type SiteSize, sizeOf } from '../host-limits.ts'
import { isSame, type Stamp, stampOf } from './maker.ts'
import type { FileRecord, Records } from './records.ts'

/** What is still to be done to a folder of output, written down before any of it. */
interface Journal {
  moves: string[]
  removals: string[]
  /** The records that become true with it. */
  records: { from: string; to: string } | null
}

/**
 * A folder of output that is made anew aside, in `nextDir`: what a reader may be served stays whole until all is
 * written. Only what changed is written; the rest stays where it is.
 */
export class Output {
  readonly outDir: string
  readonly nextDir: string
  /** Every file of the new output by its path, which begins with a slash. */
  readonly files = new Map<string, FileRecord>()
  readonly #past: Map<string, FileRecord>
  readonly #written = new Set<string>()
  readonly #canSwap: boolean

  /** @param past what is known of the files that lie there */
  constructor(outDir: string, past: Records['files']) {
    const places = placesOf(outDir)
    this.outDir = places.outDir
    this.nextDir = places.nextDir
    this.#canSwap = !places.isMount && (past.size === 0 || !existsSync(places.outDir))
    this.#past = past
    rmSync(places.aside, { recursive: true, force: true })
    mkdirSync(places.nextDir, { recursive: true })
  }

  /** Whether what lies there is what this key makes: then it stays. */
  keep(path: string, key: string): boolean {
    const past = this.#past.get(path)
    if (past?.key !== key || !this.lies(path)) return false
    this.files.set(path, past)
    return true
  }

  /** Whether a file of the build before lies there as that left it. */
  lies(path: string): boolean {
    const past = this.#past.get(path)
    return past !== undefined && isSame(past.stamp, stampOf(join(this.outDir, path)))
  }

  /** The content of a file of the new output. */
  read(path: string): Uint8Array {
    return readFileSync(join(this.#written.has(path) ? this.nextDir : this.outDir, path))
  }

  get size(): SiteSize {
    return sizeOf([...this.files].map(([path, { stamp }]) => [path.slice(1), stamp[0]]))
  }

  /** Notes a file that was written to `nextDir`. */
  wrote(path: string, key: string, stamp: Stamp): void {
    this.files.set(path, { key, stamp })
    this.#written.add(path)
  }

  /** Writes a file unless the same lies there. */
  write(path: string, key: string, content: string | Uint8Array): void {
    if (this.keep(path, key)) return
    const file = this.#place(path)
    writeFileSync(file, content)
    this.wrote(path, key, stampOf(file)!)
  }

  /** Copies a file unless the same lies there. */
  copy(path: string, key: string, from: string): void {
    if (this.keep(path, key)) return
    const file = this.#place(path)
    copyFileSync(from, file)
    this.wrote(path, key, stampOf(file)!)
  }

  /**
   * Puts the new output in the place of the old: at one stroke where all of it is new; else file by file by a
   * journal, which `recover` can bring to its end.
   */
  publish(records: Journal['records']): void {
    if (this.#canSwap) {
      if (records) rmSync(records.to, { force: true }) // those of what goes
      swap(this.outDir, this.nextDir)
      if (records) renameSync(records.from, records.to)
    } else {
      const there = this.#past.size > 0 ? this.#past.keys() : filesBelow(this.outDir)
      const removals = [...there].filter(path => !this.files.has(path))
      writeJournal(placesOf(this.outDir).journal, { moves: [...this.#written], removals, records })
      recover(this.outDir)
    }
    this.discard()
  }

  /** Forgets what was written and not published. */
  discard(): void {
    // A thread may still write there.
    rmSync(placesOf(this.outDir).aside, { recursive: true, force: true, maxRetries: 3 })
  }

  #place(path: string): string {
    const file = join(this.nextDir, path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
}

/**
 * Brings to its end what an interrupted build had begun to publish. Until then a folder may hold files of both; each is
 * whole, and none that another needs is gone.
 */
export function recover(outDir: string): void {
  const places = placesOf(outDir)
  if (!existsSync(places.outDir) && existsSync(places.oldDir)) renameSync(places.oldDir, places.outDir)
  const journal = readJournal(places.journal)
  if (!journal) return
  for (const path of journal.moves) {
    const from = join(places.nextDir, path)
    if (!existsSync(from)) continue // moved before
    const to = join(places.outDir, path)
    mkdirSync(dirname(to), { recursive: true })
    renameSync(from, to)
  }
  for (const path of journal.removals) {
    rmSync(join(places.outDir, path), { force: true })
    removeEmptyFolders(places.outDir, dirname(path))
  }
  const { records } = journal
  if (records && existsSync(records.from)) renameSync(records.from, records.to)
  rmSync(places.aside, { recursive: true, force: true })
}

/** Where a folder of output is made: beside it or, if it is a mount of its own, hidden within. */
function placesOf(path: string) {
  const outDir = existsSync(path) ? realpathSync(path) : resolve(path)
  const isMount = existsSync(outDir) && statSync(outDir).dev !== statSync(dirname(outDir)).dev
  const aside = isMount ? join(outDir, '.next') : `${outDir}.next`
  return {
    outDir,
    isMount,
    aside,
    nextDir: join(aside, 'files'),
    journal: join(aside, 'journal.json'),
    oldDir: `${outDir}.old`,
  }
}

function swap(outDir: string, nextDir: string): void {
  const oldDir = `${outDir}.old`
  rmSync(oldDir, { recursive: true, force: true })
  const hasOld = existsSync(outDir)
  if (hasOld) renameSync(outDir, oldDir)
  renameSync(nextDir, outDir)
  if (hasOld) rmSync(oldDir, { recursive: true, force: true })
}

function writeJournal(file: string, journal: Journal): void {
  const handle = openSync(`${file}.part`, 'w')
  writeSync(handle, JSON.stringify(journal))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.part`, file)
}

function readJournal(file: string): Journal | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Journal) : null
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .filter(path => !path.startsWith('/.next/'))
}

function removeEmptyFolders(top: string, path: string): void {
  for (let folder = path; folder !== '/'; folder = dirname(folder))
    try {
      rmdirSync(join(top, folder))
    } catch {
      return // not empty
    }
}
