import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CatalogueHead } from '../catalogue.ts'
import type { Weight } from '../pack-index.ts'
import type { SegmentRecord } from '../search/plan.ts'
import type { Stamp, Told, UsedPicture } from './maker.ts'
import type { Retired } from './retired.ts'

/** What a build remembers of a seed for the next. */
export interface SeedRecord {
  /** Below the seeds folder. */
  path: string
  stamp: Stamp
  /** Of its bytes. */
  digest: string
  head: CatalogueHead | null
  problems: Told[]
  /** What was made of it, if it was. */
  article?: {
    /** JSON. */
    summary: string
    /** Of the body. */
    problems: Told[]
    pictures: UsedPicture[]
    /** Of the text; null if it is too short. */
    sketch: string | null
    /** Of its data file. */
    weight: Weight
  }
}

/** A file of the site: what it was made from, and how it lay there when it was made. */
export interface FileRecord {
  /** Changes with everything that the file depends on. */
  key: string
  stamp: Stamp
  /** Of its bytes, where it will travel. */
  digest?: string
}

/** What a build remembers for the next. */
export interface Records {
  /** Of everything that made them: what another version remembers is worth nothing. */
  version: string
  /** When the seeds were looked at, in milliseconds. */
  time: number
  seeds: Map<string, SeedRecord>
  /** By path below the output folder. */
  files: Map<string, FileRecord>
  /** Those of them that only pages of older versions need. */
  retired: Map<string, Retired>
  /** Of the search index, by name. */
  segments: Map<string, SegmentRecord>
}

export const noRecords = (version: string): Records => ({
  version,
  time: 0,
  seeds: new Map(),
  files: new Map(),
  retired: new Map(),
  segments: new Map(),
})

/** The first line. */
interface Head {
  version: string
  time: number
  seeds: number
  files: number
  retired: [string, Retired][]
  segments: [string, SegmentRecord][]
}

/** So many lines are written at once. */
const LINES = 2000

/** Writes records as lines of JSON, the last of which is a digest of the others. */
export function writeRecords(file: string, records: Records): void {
  const { version, time, seeds, files, retired, segments } = records
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'w')
  try {
    const hash = createHash('sha256')
    let lines: string[] = []
    const flush = () => {
      const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''))
      hash.update(bytes)
      writeFileSync(handle, bytes) // all of it, or it throws
      lines = []
    }
    const add = (line: unknown) => {
      lines.push(JSON.stringify(line))
      if (lines.length === LINES) flush()
    }
    add({
      version,
      time,
      seeds: seeds.size,
      files: files.size,
      retired: [...retired],
      segments: [...segments],
    })
    for (const seed of seeds.values()) add(seed)
    for (const [path, { key, stamp, digest }] of files) add([path, key, ...stamp, digest])
    flush()
    writeFileSync(handle, hash.digest('hex'))
  } finally {
    closeSync(handle)
  }
}

/** @returns null if there is no such file, or it is not as it was written */
export function readRecords(file: string): Records | null {
  try {
    const bytes = readFileSync(file)
    const end = bytes.lastIndexOf(NEWLINE) + 1
    const digest = createHash('sha256').update(bytes.subarray(0, end)).digest('hex')
    if (bytes.toString('latin1', end) !== digest) return null
    const lines = linesOf(bytes.subarray(0, end))
    const head = JSON.parse(lines.next().value!) as Head
    const records = {
      ...noRecords(head.version),
      time: head.time,
      retired: new Map(head.retired),
      segments: new Map(head.segments),
    }
    for (const line of lines)
      if (records.seeds.size < head.seeds) {
        const seed = JSON.parse(line) as SeedRecord
        records.seeds.set(seed.path, seed)
      } else {
        const [path, key, size, modified, digest] = JSON.parse(line) as [
          string,
          string,
          number,
          number,
          string?,
        ]
        records.files.set(path, { key, stamp: [size, modified], ...(digest && { digest }) })
      }
    return records
  } catch {
    return null
  }
}

const NEWLINE = 0x0a

function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start)
    yield bytes.toString('utf8', start, end)
    start = end + 1
  }
}
