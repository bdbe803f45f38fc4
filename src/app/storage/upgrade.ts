import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { toast } from '../ui/toast.ts'
import { noteKept, wasCleared } from './cleared.ts'
import type { Schema } from './database.ts'

export const VERSION = 4

type Upgrading = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>

/**
 * Adds what is missing since a version; what is there stays as it is. Nothing is ever taken away or renamed: a tab with
 * an older version of the app goes on with what it knows.
 */
export function upgrade(
  database: IDBPDatabase<Schema>,
  from: number,
  _to: number | null,
  transaction: Upgrading,
): void {
  if (from < 1) {
    const visits = database.createObjectStore('visits', { keyPath: 'id' })
    visits.createIndex('startedAt', 'startedAt')
    visits.createIndex('article', ['articleId', 'startedAt'])
  }
  if (from < 2) {
    const marks = database.createObjectStore('marks', { keyPath: 'id' })
    marks.createIndex('createdAt', 'createdAt')
    marks.createIndex('article', ['articleId', 'start'])
  }
  if (from < 3) {
    database.createObjectStore('saved', { keyPath: 'articleId' }).createIndex('savedAt', 'savedAt')
    database.createObjectStore('readMarks', { keyPath: 'articleId' })
    database.createObjectStore('mutes', { keyPath: 'id' })
  }
  if (from < 4) {
    database.createObjectStore('log', { keyPath: ['kind', 'id'] })
    const own = database.createObjectStore('own')
    void own.put(newDeviceName(), 'device')
    // Until now all sites below this origin wrote here: see `take-over.ts`.
    if (from > 0) void own.put(Date.now(), 'sharedUntil')
  }
  if (from > 0) noteKept()
  else if (wasCleared()) {
    void transaction.objectStore('own').put(Date.now(), 'clearedAt')
    void transaction.done.then(tellCleared, () => undefined)
  }
}

function tellCleared(): void {
  toast({
    words: {
      zh: '浏览器清除了本站存放的数据。若有备份，可在“备份”页恢复。',
      en: 'The browser has cleared what this site keeps. If you have a backup, the page “Backup” restores it.',
    },
    stays: true,
  })
}

/** Random, so that devices need not know of each other to differ. */
export const newDeviceName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(10))].map(byte => (byte % 36).toString(36)).join('')
