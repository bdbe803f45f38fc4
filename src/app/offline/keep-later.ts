import { articlePath, withBase } from '../../shared/addresses.ts'
import { keepWithPictures } from '../article/keep-with-pictures.ts'
import { keepForOffline } from '../data/keep-for-offline.ts'
import { site } from '../data/site.ts'
import { readSavedIds } from '../saved/saved.ts'
import { isArticleId } from '../storage/records.ts'
import { siteName } from '../storage/site-name.ts'

const KEY = `${siteName}.keep-later`
const MOST = 200
/** The worker keeps a page in its own time. */
const LOOKS = 10
const BETWEEN_LOOKS_MS = 500
/** A browser says "online" before anything answers: what fails then is asked for again after such pauses. */
const PAUSES_MS = [10_000, 60_000, 300_000]

/**
 * Keeps an article for reading it offline: now or, without a network, once there is one.
 *
 * @param isSaved whether it is to stay as long as it is saved
 * @param pictures their addresses; those of its text where none are given
 */
export function keepNowOrLater(id: string, isSaved: boolean, pictures?: string[]): void {
  if (!navigator.onLine) keepLater(id)
  else if (pictures) keepForOffline(id, pictures, isSaved)
  else void keepWithPictures(id, isSaved)
}

function keepLater(id: string): void {
  try {
    const waiting = readWaiting().filter(each => each !== id)
    localStorage.setItem(KEY, JSON.stringify([...waiting, id].slice(-MOST)))
  } catch {
    // Then it is kept when it is opened.
  }
}

const tried = new Set<string>()
let isAtWork = false
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Keeps what was to be kept while there was no network.
 *
 * @param pauses after which what cannot be had is asked for again, in milliseconds; then, only the next time
 */
export async function keepWaiting(pauses = PAUSES_MS): Promise<void> {
  tried.clear()
  clearTimeout(timer)
  if (isAtWork) return
  isAtWork = true
  try {
    for (;;) {
      const id = readWaiting().find(each => !tried.has(each))
      if (!id || !navigator.onLine) return
      tried.add(id)
      await keepWithPictures(id, (await readSavedIds()).has(id))
      if (await isSoonKept(id)) takeOut(id)
    }
  } finally {
    isAtWork = false
    const [pause, ...others] = pauses
    if (pause && readWaiting().length > 0 && navigator.onLine)
      timer = setTimeout(() => keepWaiting(others).catch(() => undefined), pause)
  }
}

function takeOut(id: string): void {
  const waiting = readWaiting().filter(each => each !== id)
  if (waiting.length > 0) localStorage.setItem(KEY, JSON.stringify(waiting))
  else localStorage.removeItem(KEY)
}

async function isSoonKept(id: string): Promise<boolean> {
  const page = new URL(withBase(site.base, articlePath(id)), location.href).href
  for (let looks = 0; looks < LOOKS; looks++) {
    if (await caches.match(page, { ignoreVary: true })) return true
    await new Promise(resolve => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
  return false
}

function readWaiting(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isArticleId) : []
  } catch {
    return []
  }
}
