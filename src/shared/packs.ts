/**
 * The cache in which the packs of a site lie, apart from what was visited: nothing that the reader asked for expires. Sites
 * below one origin have one each.
 */
export const packsCacheOf = (base: string): string => (base === '/' ? 'packs' : `packs${base}`)

/** Digits of SHA-256 by which a data file is known. */
export const DIGEST_LENGTH = 8

/**
 * Chromium counts a picture that nobody may read as about so much against what the site may keep, whatever its size, so that
 * the count tells nobody what was in it.
 */
export const UNREAD_BYTES = 7_000_000

/** Asks the worker to keep files for a pack. It answers through the port that comes along. */
export interface KeepRequest {
  type: 'keep-in-pack'
  kind: 'data' | 'picture'
  /** Whole addresses. */
  addresses: string[]
  /** How many pictures may be kept of hosts that let nobody read them. */
  unread: number
}

/** What became of a file that was to be kept. */
export type Kept =
  | { is: 'kept'; bytes: number; digest: string; pictures: string[]; isUnread?: boolean }
  /** `unread`: a picture of such a host, of which enough are kept. */
  | { is: 'missing' | 'broken' | 'offline' | 'full' | 'unread' }
