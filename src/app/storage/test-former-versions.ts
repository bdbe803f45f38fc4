import type { StoredKind } from './rules.ts'

/** Databases as released versions of the app left them, with a record of every kind that they knew, for tests. */

const articleId = '0123456789abcdef'

/** As the first version wrote it; later ones say more. */
const visit = {
  id: 'v',
  articleId,
  title: '渡口',
  author: '',
  startedAt: 1_700_000_000_000,
  seconds: 2,
  progress: 0.5,
  place: { block: 3, offset: 0.25 },
}
const mark = {
  id: 'm',
  articleId,
  title: '渡口',
  quote: '船',
  prefix: '上',
  suffix: '下',
  start: 4,
  colour: 'green',
  note: '记',
  createdAt: 1_700_000_000_001,
  updatedAt: 1_700_000_000_002,
}
const saved = {
  articleId,
  title: '渡口',
  author: '何远',
  date: null,
  minutes: 3,
  cover: null,
  savedAt: 1_700_000_000_003,
  labels: ['远行'],
}
const readMark = { articleId, isRead: true, markedAt: 1_700_000_000_004 }
const mute = { id: 'r', kind: 'word', text: '广告', createdAt: 1_700_000_000_005 }
const fuller = { ...visit, id: 'w', gained: 0.5, minutes: 7, category: ['刊', '源'] }
const damaged = { id: 'broken' }

type Records = Partial<Record<StoredKind, object[]>>

/** What each version of the database holds when it was in use, a damaged record too. */
export const formerRecords: Record<1 | 2 | 3, Records> = {
  1: { visits: [damaged, visit] },
  2: { visits: [damaged, visit, fuller], marks: [damaged, mark] },
  3: {
    visits: [damaged, visit, fuller],
    marks: [damaged, mark],
    saved: [saved],
    readMarks: [readMark],
    mutes: [damaged, mute],
  },
}

/** Makes a database as a released version of the app did. */
export function makeFormer(name: string, version: 1 | 2 | 3): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      const database = request.result
      const visits = database.createObjectStore('visits', { keyPath: 'id' })
      visits.createIndex('startedAt', 'startedAt')
      visits.createIndex('article', ['articleId', 'startedAt'])
      if (version >= 2) {
        const marks = database.createObjectStore('marks', { keyPath: 'id' })
        marks.createIndex('createdAt', 'createdAt')
        marks.createIndex('article', ['articleId', 'start'])
      }
      if (version >= 3) {
        database.createObjectStore('saved', { keyPath: 'articleId' }).createIndex('savedAt', 'savedAt')
        database.createObjectStore('readMarks', { keyPath: 'articleId' })
        database.createObjectStore('mutes', { keyPath: 'id' })
      }
      for (const [kind, records] of Object.entries(formerRecords[version]))
        for (const record of records) request.transaction!.objectStore(kind).put(record)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
}
