import { keepForOffline } from '../data/keep-for-offline.ts'

const KEY = 'shiye.keep-later'
const MOST = 200

interface Waiting {
  id: string
  pictures: string[]
}

/** Keeps an article for reading it offline: now or, without a network, once there is one. */
export function keepNowOrLater(id: string, pictures: string[]): void {
  if (navigator.onLine) {
    keepForOffline(id, pictures)
    return
  }
  try {
    const waiting = readWaiting().filter(each => each.id !== id)
    localStorage.setItem(KEY, JSON.stringify([...waiting, { id, pictures }].slice(-MOST)))
  } catch {
    // Then it is kept when it is opened.
  }
}

/** Keeps what was to be kept while there was no network. */
export function keepWaiting(): void {
  const waiting = readWaiting()
  if (waiting.length === 0) return
  try {
    localStorage.removeItem(KEY)
  } catch {
    // It is kept again next time.
  }
  for (const { id, pictures } of waiting) keepForOffline(id, pictures)
}

function readWaiting(): Waiting[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isWaiting) : []
  } catch {
    return []
  }
}

const isWaiting = (each: unknown): each is Waiting =>
  typeof each === 'object' &&
  each !== null &&
  /^[0-9a-f]{16}$/.test(String((each as Waiting).id)) &&
  Array.isArray((each as Waiting).pictures) &&
  (each as Waiting).pictures.every(address => typeof address === 'string')
