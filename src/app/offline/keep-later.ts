import { keepWithPictures } from '../article/keep-with-pictures.ts'
import { keepForOffline } from '../data/keep-for-offline.ts'
import { isArticleId } from '../storage/records.ts'

const KEY = 'shiye.keep-later'
const MOST = 200

/**
 * Keeps a saved article for reading it offline: now or, without a network, once there is one.
 *
 * @param pictures their addresses; those of its text where none are given
 */
export function keepNowOrLater(id: string, pictures?: string[]): void {
  if (!navigator.onLine) keepLater(id)
  else if (pictures) keepForOffline(id, pictures, true)
  else void keepWithPictures(id, true)
}

function keepLater(id: string): void {
  try {
    const waiting = readWaiting().filter(each => each !== id)
    localStorage.setItem(KEY, JSON.stringify([...waiting, id].slice(-MOST)))
  } catch {
    // Then it is kept when it is opened.
  }
}

/** Keeps what was to be kept while there was no network. */
export async function keepWaiting(): Promise<void> {
  const waiting = readWaiting()
  if (waiting.length === 0) return
  localStorage.removeItem(KEY)
  for (const id of waiting) await keepWithPictures(id, true)
}

function readWaiting(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isArticleId) : []
  } catch {
    return []
  }
}
