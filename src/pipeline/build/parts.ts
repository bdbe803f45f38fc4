import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../make-article.ts'
import { compareText } from '../problems.ts'
import { type Records, readRecords, type SeedRecord } from './records.ts'

/** One of several parts of a build. */
export interface Shard {
  /** Counted from 1. */
  number: number
  of: number
}

/** In the folder of a part, beside the files it made: what it knows. */
export const PART_FILE = 'part.jsonl'

/**
 * Reads `2/8`, the second of eight parts.
 *
 * @throws if it is anything else
 */
export function readShard(text: string | undefined): Shard | null {
  if (!text) return null
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? []
  if (!number || !of || number > of)
    throw new Error(`SHARD must be a part of a whole, such as 2/8, not "${text}"`)
  return { number, of }
}

export const folderOfShard = ({ number, of }: Shard): string => join('parts', `${number}-of-${of}`)

/** Whether a seed belongs to a part: its path decides, whatever other seeds there are. */
export const isOfShard = (path: string, { number, of }: Shard): boolean =>
  Number.parseInt(digestOf(path).slice(0, 8), 16) % of === number - 1

/** Stands for all seeds of a build: parts that read other seeds do not fit together. */
const digestOfSeeds = (seeds: Iterable<SeedRecord>): string =>
  digestOf(
    [...seeds]
      .map(({ path, digest }) => `${path}\n${digest}\n`)
      .sort(compareText)
      .join(''),
  )

/**
 * What a part knows of its own seeds and files, for the merge. Its version tells everything that other parts must have
 * in common with it.
 *
 * @param all what it knows of all seeds
 * @param version of everything that makes articles and pages
 * @param read gives a file of the part
 */
export function recordsOfPart(
  all: Records,
  version: string,
  shard: Shard,
  read: (path: string) => Uint8Array,
): Records {
  const files = mapValues(all.files, (file, path) => ({ ...file, digest: digestOf(read(path)) }))
  const seeds = new Map([...all.seeds].filter(([path]) => isOfShard(path, shard)))
  return {
    version: `${version} of ${shard.of} of ${digestOfSeeds(all.seeds.values())}`,
    time: 0,
    seeds,
    files,
    retired: new Map(),
    segments: new Map(),
  }
}

/** A part as it is found. */
export interface Part {
  folder: string
  records: Records
}

/**
 * Reads all parts of a build.
 *
 * @param folder holds a folder for each
 * @param version of everything that makes articles and pages, as it is here
 * @throws if a part is missing, damaged, or does not fit the others
 */
export function readParts(folder: string, version: string): Part[] {
  const names = existsSync(folder) ? readdirSync(folder).sort(compareText) : []
  const parts = names.flatMap(name => {
    const file = join(folder, name, PART_FILE)
    if (!existsSync(file)) return []
    const records = readRecords(file)
    if (!records) throw new Error(`${file} is damaged: build that part again`)
    if (!records.version.startsWith(`${version} of `))
      throw new Error(
        `${join(folder, name)} was built by another version or with other settings: build it again`,
      )
    return { folder: join(folder, name), records }
  })
  const [first] = parts
  if (!first)
    throw new Error(`there are no parts in ${folder}: build them with SHARD=1/2, SHARD=2/2 and so on`)
  const odd = parts.find(({ records }) => records.version !== first.records.version)
  if (odd)
    throw new Error(
      `${odd.folder} and ${first.folder} were built of other seeds or are parts of other wholes`,
    )
  const seeds = parts.flatMap(({ records }) => [...records.seeds.values()])
  if (!first.records.version.endsWith(` of ${digestOfSeeds(seeds)}`))
    throw new Error(
      `${folder} holds ${parts.length} of ${/ of (\d+) of /.exec(first.records.version)![1]} parts, or one twice: seeds are missing`,
    )
  return parts
}

function mapValues<Key, From, To>(map: Map<Key, From>, change: (value: From, key: Key) => To): Map<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]))
}
