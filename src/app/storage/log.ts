import { type Kind, rulesOf } from './rules.ts'
import { isSeen, isSince, isStamp, stampOf, type Version } from './versions.ts'

/**
 * What merging needs of one record. A log only ever grows; of this one, what another version follows is dropped, since
 * nothing will ever ask for it.
 */
export interface LogEntry {
  kind: Kind
  id: string
  versions: LoggedVersion[]
}

/** Without its record if that is in its own store. */
export type LoggedVersion = Omit<Version, 'record'> & { record?: object | null }

/** All versions of a record as they stand on this device. */
export function versionsIn(
  kind: Kind,
  entry: LogEntry | undefined,
  record: object | undefined,
  device: string,
): Version[] {
  const versions = wholeVersions(entry).flatMap(version => {
    const held = version.record === undefined ? record : version.record
    // Lost with its store, which is no deletion.
    return held === undefined ? [] : [{ ...version, record: held }]
  })
  const isTold = record === undefined || versions.some(version => version.record !== null)
  return isTold ? versions : [...versions, unlogged(kind, record, device)]
}

/** A log that is damaged says nothing: the record still counts, as one from before there was a log. */
function wholeVersions(entry: LogEntry | undefined): LoggedVersion[] {
  const versions: unknown = entry?.versions
  return Array.isArray(versions) ? versions.filter(isLogged) : []
}

const isLogged = (version: Partial<Version> | null) =>
  typeof version === 'object' &&
  version !== null &&
  isStamp(version.at) &&
  isSeen(version.seen) &&
  isSince(version.since) &&
  (version.record === undefined || typeof version.record === 'object')

/** Written before there was a log. */
const unlogged = (kind: Kind, record: object, device: string): Version => ({
  at: stampOf(rulesOf[kind].timeOf(record) || 0, device),
  record,
})

/** @param isStored whether the record has a store of its own */
export function entryOf(kind: Kind, id: string, versions: Version[], isStored: boolean): LogEntry {
  const [only, ...more] = versions
  if (!isStored || !only || more.length > 0 || only.record === null) return { kind, id, versions }
  const { record: _, ...rest } = only
  return { kind, id, versions: [rest] }
}
