/** Digits of SHA-256 by which a data file is known. */
export const DIGEST_LENGTH = 8

/**
 * Chromium counts a picture that nobody may read as about so much against what the site may keep, whatever its size, so that
 * the count tells nobody what was in it.
 */
export const UNREAD_BYTES = 7_000_000

/** So often the worker says that it is still at it. */
export const SIGN_MS = 10_000

/** Asks the worker to keep files for a pack. It answers through the port that comes along. */
export interface KeepRequest {
  type: 'keep-in-pack'
  kind: 'data' | 'picture'
  /** Whole addresses. */
  addresses: string[]
  /** How many pictures may be kept of hosts that let nobody read them. */
  unread: number
  /** Whether null comes through the port as a sign of life meanwhile. Pages of before 2026-11-26 take it for the answer. */
  hasSigns?: boolean
}

/** What became of a file that was to be kept. */
export type Kept =
  | { is: 'kept'; bytes: number; digest: string; pictures: string[]; isUnread?: boolean }
  /** `unread`: a picture of such a host, of which enough are kept. */
  | { is: 'missing' | 'broken' | 'offline' | 'full' | 'unread' }
