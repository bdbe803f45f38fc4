import { withBase } from '../../shared/addresses.ts'
import type { PageData } from '../../shared/page-data.ts'
import { fits, type Shape } from './shape.ts'
import { site } from './site.ts'

/** Why a data file could not be had: it does not exist, the network failed, or what came is cut off or of another version. */
export class LoadError extends Error {
  override name = 'LoadError'
  readonly reason: 'missing' | 'offline' | 'broken'
  /** Missing by its status: a page in its place may also be what a host shows while something is wrong. */
  readonly isGone: boolean

  constructor(reason: LoadError['reason'], address: string, isGone = false) {
    super(`${address}: ${reason}`)
    this.reason = reason
    this.isGone = isGone
  }
}

let pageFiles: PageData['files'] = {}

/** Data files that need no network: those the page was prerendered from. An empty object ends that. */
export function providePageFiles(files: PageData['files']): void {
  pageFiles = files
}

/** Whether a file came with the page: then the document shows it already. */
export const isPageFile = (address: string): boolean => Object.hasOwn(pageFiles, address)

/**
 * Fetches a data file of the site.
 *
 * @param address from `shared/addresses.ts`
 * @param shape without which it is taken for broken
 * @throws LoadError
 */
export async function fetchJson<T>(address: string, shape: Shape<T>): Promise<T> {
  if (isPageFile(address)) return pageFiles[address] as T
  const response = await fetch(withBase(site.base, address)).catch(() => {
    throw new LoadError('offline', address)
  })
  if (response.status === 404 || response.status === 410) throw new LoadError('missing', address, true)
  if (!response.ok) throw new LoadError('broken', address)
  // Some hosts answer for a missing file with a page and status 200.
  if (!response.headers.get('Content-Type')?.includes('json')) throw new LoadError('missing', address)
  const data: unknown = await response.json().catch(() => null)
  if (!fits(data, shape)) throw new LoadError('broken', address)
  return data as T
}
