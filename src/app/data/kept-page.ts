import { redirectDocument } from 'react-router'
import { LoadError } from './fetch-json.ts'

/**
 * Loads the data of a page. Without a network, a page that was opened before as a whole document is kept as one: then
 * the browser opens that.
 *
 * @throws what `load` throws, or a redirect
 */
export async function loadOrOpenKept<T>(request: Request, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const isCutOff = error instanceof LoadError && error.reason === 'offline'
    if (isCutOff && (await isKept(request.url))) throw redirectDocument(request.url)
    throw error
  }
}

async function isKept(url: string): Promise<boolean> {
  try {
    return (await caches.match(url, { ignoreVary: true })) !== undefined
  } catch {
    return false // storage is refused
  }
}
