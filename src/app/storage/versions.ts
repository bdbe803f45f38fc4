import type { Rules } from './rules.ts'

/** A moment on some device: the milliseconds of its clock, a count where that stood still, the device. Sorts as text. */
export type Stamp = string

/**
 * One state of a record, as some device wrote it. Of two versions one follows the other if its writer knew the other;
 * else both stand beside each other, whatever the clocks say.
 */
export interface Version {
  at: Stamp
  /** Of other devices, the last tick that this was written upon. */
  seen?: Record<string, string>
  /** When each field took its value, as far as rules look at fields. */
  since?: Record<string, Stamp>
  /** Null if this version is that the record was deleted. */
  record: object | null
}

const TIME = 11 // digits: the last moment of a `Date`
const COUNT = 4
const TICK = TIME + COUNT
const BASE = 36

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'string' &&
  /^[0-9a-z]{15}-[0-9a-z]{1,16}$/.test(value) &&
  timeOf(value) < Number.MAX_SAFE_INTEGER

const isTable = (value: unknown, isRight: (key: string, value: unknown) => boolean) =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([key, value]) => isRight(key, value)))

export const isSeen = (seen: unknown): boolean =>
  isTable(seen, (device, tick) => isStamp(`${tick}-${device}`))
export const isSince = (since: unknown): boolean => isTable(since, (_, stamp) => isStamp(stamp))

const tickOf = (stamp: Stamp) => stamp.slice(0, TICK)
export const deviceOf = (stamp: Stamp): string => stamp.slice(TICK + 1)

/** The moment that a stamp claims, in milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, TIME), BASE)

/** The stamp of a moment at which nothing else happened. */
export const stampOf = (time: number, device: string): Stamp => `${toTick(time, 0)}-${device}`

function toTick(time: number, count: number): string {
  const digits = (value: number, length: number) => value.toString(BASE).padStart(length, '0')
  return digits(Math.min(Math.max(Math.floor(time) || 0, 0), 8.64e15), TIME) + digits(count, COUNT)
}

/** After every tick that is known of, and not before the clock: a clock that was set back makes no earlier writes. */
function tickAfter(known: string[], now: number): string {
  const clock = toTick(now, 0)
  const last = known.sort().at(-1) ?? ''
  if (clock > last) return clock
  const time = Number.parseInt(last.slice(0, TIME), BASE)
  const count = Number.parseInt(last.slice(TIME), BASE) + 1
  return count < BASE ** COUNT
    ? last.slice(0, TIME) + count.toString(BASE).padStart(COUNT, '0')
    : (time + 1).toString(BASE).padStart(TIME, '0') + '0'.repeat(COUNT)
}

/** Whether who wrote a version knew what was written at a stamp. A field that nobody ever wrote is known to all. */
function knows(version: Version, stamp: Stamp | undefined): boolean {
  if (stamp === undefined) return true
  const device = deviceOf(stamp)
  const last = device === deviceOf(version.at) ? tickOf(version.at) : version.seen?.[device]
  return last !== undefined && last >= tickOf(stamp)
}

/** All versions that no other follows: the same, in whatever order and however often versions come together. */
export function mergeVersions(some: Version[], others: Version[]): Version[] {
  const byStamp = new Map<Stamp, Version>()
  for (const version of [...some, ...others]) {
    const twin = byStamp.get(version.at)
    byStamp.set(version.at, twin ? joinTwins(twin, version) : version)
  }
  const all = [...byStamp.values()]
  return all
    .filter(version => !all.some(other => other !== version && knows(other, version.at)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Two versions of one stamp are the same, unless a file was tampered with: then, too, all devices take the same one. */
function joinTwins(one: Version, other: Version): Version {
  if (one === other) return one
  const [a, b] = [JSON.stringify(one.record), JSON.stringify(other.record)]
  const seen = joinSeen([one, other])
  return { ...(a >= b ? one : other), ...(seen && { seen }) }
}

function joinSeen(versions: Version[], without = ''): Record<string, string> | undefined {
  const seen = new Map<string, string>()
  const note = (device: string, tick: string) => {
    if (device !== without && tick > (seen.get(device) ?? '')) seen.set(device, tick)
  }
  for (const version of versions)
    for (const [device, tick] of Object.entries(version.seen ?? {})) note(device, tick)
  return seen.size > 0 ? Object.fromEntries([...seen].sort()) : undefined
}

/** What follows some versions when this device writes the record, or deletes it (null). */
export function nextVersion(
  rules: Rules,
  before: Version[],
  record: object | null,
  device: string,
  now: number,
): Version {
  const known = before.flatMap(version => [tickOf(version.at), ...Object.values(version.seen ?? {})])
  const at = `${tickAfter(known, now)}-${device}`
  const standing = before.map(({ at, seen }) => ({
    at,
    seen: { ...seen, [deviceOf(at)]: tickOf(at) },
    record: null,
  }))
  const seen = joinSeen(standing, device)
  const since = record && sinceOf(rules, shownOf(rules, before), record, at)
  return { at, ...(seen && { seen }), ...(since && { since }), record }
}

interface Shown {
  record: object
  since?: Record<string, Stamp> | undefined
}

/** A field keeps its stamp while it keeps its value. */
function sinceOf({ fieldsOf }: Rules, before: Shown | null, record: object, at: Stamp) {
  if (!fieldsOf) return undefined
  const [was, is] = [before ? fieldsOf(before.record) : {}, fieldsOf(record)]
  const since: [string, Stamp][] = []
  for (const field of new Set([
    ...Object.keys(before?.since ?? {}),
    ...Object.keys(was),
    ...Object.keys(is),
  ])) {
    const stamp = before?.since?.[field]
    since.push([field, stamp !== undefined && was[field] === is[field] ? stamp : at])
  }
  return Object.fromEntries(since)
}

/** What the reader sees of a record, made of all versions that stand; null if it is deleted. */
export function shownOf(rules: Rules, versions: Version[]): Shown | null {
  const living = versions.filter(isAlive)
  const last = versions.at(-1)
  if (!last || living.length === 0) return null
  // What is by the clock is deleted by the clock as well.
  if (rules.isByClock) return isAlive(last) ? last : null
  if (living.length === 1 || !rules.join) return living.at(-1)!
  const fields = rules.fieldsOf && joinFields(rules.fieldsOf, living)
  const record = rules.join(
    living.map(version => version.record),
    field => fields?.get(field)?.values ?? [],
  )
  const since = fields && Object.fromEntries([...fields].map(([field, { stamp }]) => [field, stamp]))
  return { record, since }
}

type Living = Version & { record: object }
const isAlive = (version: Version): version is Living => version.record !== null

/** Of each field, the values that nobody chose another instead of, the last chosen last. */
function joinFields(fieldsOf: NonNullable<Rules['fieldsOf']>, living: Living[]) {
  const fields = new Set(
    living.flatMap(({ record, since }) => Object.keys({ ...since, ...fieldsOf(record) })),
  )
  const joined = new Map<string, { values: unknown[]; stamp: Stamp }>()
  for (const field of fields) {
    const stands = (version: Living) =>
      !living.some(
        other => other.since?.[field] !== version.since?.[field] && knows(other, version.since?.[field]),
      )
    const left = living
      .filter(stands)
      .sort((a, b) => ((a.since?.[field] ?? '') < (b.since?.[field] ?? '') ? -1 : 1))
    const values = [...new Set(left.map(({ record }) => fieldsOf(record)[field]))]
    joined.set(field, { values, stamp: left.at(-1)?.since?.[field] ?? living.at(-1)!.at })
  }
  return joined
}
