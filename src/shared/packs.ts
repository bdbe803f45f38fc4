/** Where packs lie, apart from what was visited: nothing that the reader asked for expires. */
export const PACKS_CACHE = 'packs'

/** Digits of SHA-256 by which a data file is known. */
export const DIGEST_LENGTH = 8

/** Asks the worker to keep files for a pack. It answers through the port that comes along. */
export interface KeepRequest {
  type: 'keep-in-pack'
  kind: 'data' | 'picture'
  /** Whole addresses. */
  addresses: string[]
}

/** What became of a file that was to be kept. */
export type Kept =
  | { is: 'kept'; bytes: number; digest: string; pictures: string[] }
  | { is: 'missing' | 'broken' | 'offline' | 'full' }
