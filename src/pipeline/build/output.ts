import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type SiteSize, sizeOf } from '../host-limits.ts'
import { hold } from './lock.ts'
import { isSame, type Stamp, stampOf } from './maker.ts'
import { PART_FILE } from './parts.ts'
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
  /** For what goes when the build ends. */
  readonly runsDir: string
  /** Every file of the new output by its path, which begins with a slash. */
  readonly files = new Map<string, FileRecord>()
  readonly #past: Map<string, FileRecord>
  readonly #written = new Set<string>()
  readonly #places: Places
  readonly #canSwap: boolean
  readonly #letGo: () => void
  /** Nothing was found that the build before did not leave so. */
  #isAsLeft = true

  /**
   * Holds the folder for this build, and brings to its end what an interrupted one had begun.
   *
   * @param outDir is replaced, and must hold nothing else
   * @param openPast tells what is known of the files that lie there
   * @throws if another build holds it, or something else lies there
   */
  static open(outDir: string, openPast: () => Records): { output: Output; past: Records } {
    const places = placesOf(outDir)
    mkdirSync(dirname(places.lock), { recursive: true })
    const letGo = hold(places.lock, outDir)
    try {
      finish(places)
      const past = openPast()
      return { output: new Output(places, past.files, letGo), past }
    } catch (error) {
      letGo()
      throw error
    }
  }

  private constructor(places: Places, past: Records['files'], letGo: () => void) {
    this.outDir = places.outDir
    this.nextDir = places.nextDir
    this.runsDir = join(places.aside, 'runs')
    this.#places = places
    this.#letGo = letGo
    const isNew = !existsSync(places.outDir)
    if (!isNew && past.size === 0) refuseOther(places.outDir)
    this.#canSwap = isNew || (past.size === 0 && !places.isFixed && !existsSync(join(places.outDir, '.git')))
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
    if (past === undefined) return false
    const isSo = isSame(past.stamp, stampOf(join(this.outDir, path)))
    this.#isAsLeft &&= isSo
    return isSo
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
   * Takes a file over that an earlier version made.
   *
   * @param left how it was left
   * @returns whether it lies there so
   */
  carry(path: string, left: FileRecord): boolean {
    const from = join(this.outDir, path)
    if (this.files.has(path)) return false
    const isSo = isSame(left.stamp, stampOf(from))
    this.#isAsLeft &&= isSo
    if (!isSo) return false
    if (this.#canSwap) this.copy(path, left.key, from)
    else this.files.set(path, left)
    return true
  }

  /**
   * Puts the new output in the place of the old: at one stroke where all of it is new; else file by file by a
   * journal, which `recover` can bring to its end.
   */
  publish(records: Journal['records']): void {
    // They would be of what goes; or no file, which none can be put in the place of.
    if (records && (this.#canSwap || !stampOf(records.to)))
      rmSync(records.to, { recursive: true, force: true })
    if (this.#canSwap) {
      swap(this.#places)
      if (records) renameSync(records.from, records.to)
    } else {
      writeJournal(this.#places.journal, { moves: this.#moves(), removals: this.#removals(), records })
      finish(this.#places)
    }
  }

  /** Forgets what was written and not published, and lets others build here. */
  close(): void {
    // What is half published is for `finish` to bring to its end.
    if (!existsSync(this.#places.journal)) {
      finish(this.#places)
      // A thread may still write there.
      rmSync(this.#places.aside, { recursive: true, force: true, maxRetries: 3 })
    }
    this.#letGo()
  }

  /**
   * In an order in which every link leads somewhere at all times: first what is new, and of that what pages lead to. The
   * worker asks for many of the others.
   */
  #moves(): string[] {
    const rankOf = (path: string) => {
      if (path === '/sw.js') return 3
      if (existsSync(join(this.outDir, path))) return 2
      return isPage(path) ? 1 : 0
    }
    const ranked = [...this.#written].map(path => [path, rankOf(path)] as const)
    return ranked.sort(([, one], [, other]) => one - other).map(([path]) => path)
  }

  /** Pages first: what a page that goes leads to stays as long as the page. */
  #removals(): string[] {
    const isKnown = this.#past.size > 0 && this.#isAsLeft
    const there = isKnown ? this.#past.keys() : filesBelow(this.outDir)
    const gone = [...there].filter(path => !this.files.has(path))
    return [...gone.filter(isPage), ...gone.filter(path => !isPage(path))]
  }

  #place(path: string): string {
    const file = join(this.nextDir, path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
}

const isPage = (path: string) => path.endsWith('.html')

/**
 * Brings to its end what an interrupted build had begun to publish, before somebody serves it; a build that still runs
 * does so itself.
 */
export function recover(outDir: string): void {
  const places = placesOf(outDir)
  if (!existsSync(places.aside)) return
  let letGo: () => void
  try {
    letGo = hold(places.lock, outDir)
  } catch {
    return
  }
  try {
    finish(places)
  } finally {
    letGo()
  }
}

/** Does what the journal says, as far as it has not been done. Each file is whole at all times. */
function finish(places: Places): void {
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

type Places = ReturnType<typeof placesOf>

/** Where a folder of output is made: beside it or, if it cannot be moved, hidden within. */
function placesOf(path: string) {
  const outDir = existsSync(path) ? realpathSync(path) : resolve(path)
  const isFixed = existsSync(outDir) && (isMount(outDir) || !isWritable(dirname(outDir)))
  const aside = isFixed ? join(outDir, '.next') : `${outDir}.next`
  return {
    outDir,
    isFixed,
    aside,
    nextDir: join(aside, 'files'),
    oldDir: join(aside, 'old'),
    journal: join(aside, 'journal.json'),
    lock: `${aside}.lock`,
  }
}

function isMount(folder: string): boolean {
  if (statSync(folder).dev !== statSync(dirname(folder)).dev) return true
  // A part of the same file system, bound to another place.
  const mounts = '/proc/self/mountinfo'
  return existsSync(mounts) && readFileSync(mounts, 'utf8').includes(` ${folder.replaceAll(' ', '\\040')} `)
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** @throws if a folder holds anything but a site or a part of one: a slip of the pen must not cost more than a build */
function refuseOther(outDir: string): void {
  const here = `${process.cwd()}${sep}`
  const isSite = ['404.html', PART_FILE].some(name => existsSync(join(outDir, name)))
  const isEmpty = () => readdirSync(outDir).every(name => name.startsWith('.') || name === 'lost+found')
  if (!here.startsWith(`${outDir}${sep}`) && (isSite || isEmpty())) return
  throw new Error(`${outDir} holds something else than a site: name another folder, or empty it`)
}

function swap({ outDir, nextDir, oldDir }: Places): void {
  if (existsSync(outDir)) renameSync(outDir, oldDir)
  renameSync(nextDir, outDir)
}

function writeJournal(file: string, journal: Journal): void {
  writeFileSync(`${file}.part`, JSON.stringify(journal), { flush: true })
  renameSync(`${file}.part`, file)
}

function readJournal(file: string): Journal | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Journal) : null
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .filter(path => !/^\/\.(next|git|next\.lock)(\/|$)/.test(path))
}

function removeEmptyFolders(top: string, path: string): void {
  for (let folder = path; folder !== '/'; folder = dirname(folder))
    try {
      rmdirSync(join(top, folder))
    } catch {
      return // not empty
    }
}
