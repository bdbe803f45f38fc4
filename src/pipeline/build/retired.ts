import type { Records } from './records.ts'

/** A script or style that this version of the app no longer has. */
export interface Retired {
  /** So many versions of the app came after its own. */
  versions: number
  /** When the first of them was built, in milliseconds. */
  since: number
}

/** Tabs of so many versions before keep working. */
const VERSIONS = 3

/** Whoever builds often deploys few of the versions: those of the last days stay too, within reason. */
const DAYS = 7 * 24 * 60 * 60 * 1000
const MOST_VERSIONS = 12

/** Their names tell their content, so those of several versions lie side by side. */
export const isAsset = (path: string): boolean => path.startsWith('/assets/')

/**
 * The assets of versions before that stay, so that pages which readers have open find what they need.
 *
 * @param past what the last build left, whatever made it
 * @param current paths of what the app is made of now
 */
export function retire(
  { files, retired }: Pick<Records, 'files' | 'retired'>,
  current: ReadonlySet<string>,
  now: number,
): Map<string, Retired> {
  const there = [...files.keys()].filter(isAsset)
  const wereCurrent = there.filter(path => !retired.has(path))
  const isOther =
    wereCurrent.some(path => !current.has(path)) ||
    [...current].some(path => isAsset(path) && !files.has(path))
  const kept = new Map<string, Retired>()
  for (const path of there) {
    if (current.has(path)) continue
    const { versions, since } = retired.get(path) ?? { versions: 0, since: now }
    const next = { versions: versions + (isOther ? 1 : 0), since }
    const isRecent = now - since < DAYS && next.versions <= MOST_VERSIONS
    if (next.versions <= VERSIONS || isRecent) kept.set(path, next)
  }
  return kept
}
