import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ReadMark } from '../history/read-mark.ts'
import type { Visit } from '../history/visit.ts'
import type { Mark } from '../marks/mark.ts'
import type { MuteRule } from '../mute/mute-rule.ts'
import type { Saved } from '../saved/saved-article.ts'
import type { LogEntry } from './log.ts'

export interface Schema extends DBSchema {
  visits: {
    key: string
    value: Visit
    indexes: {
      startedAt: number
      article: [articleId: string, startedAt: number]
    }
  }
  marks: {
    key: string
    value: Mark
    indexes: {
      createdAt: number
      article: [articleId: string, start: number]
    }
  }
  saved: {
    key: string
    value: Saved
    indexes: { savedAt: number }
  }
  readMarks: { key: string; value: ReadMark }
  mutes: { key: string; value: MuteRule }
  /** What merging with other devices needs to know, by kind and id of the record. */
  log: { key: [kind: string, id: string]; value: LogEntry }
  /** What belongs to this device alone: its name, and what it syncs through. */
  own: { key: string; value: unknown }
}

export type Database = IDBPDatabase<Schema>

const VERSION = 4

/** An upgrade that another tab holds up never answers; the reader should not wait for it. */
const PATIENCE_MS = 3000

let connection: Promise<Database> | undefined

/**
 * The reader's own data on this device: one connection for the tab, opened again after an error.
 *
 * @throws if the browser refuses storage or does not answer
 */
export function openDatabase(): Promise<Database> {
  connection ??= withPatience(
    openDB<Schema>('shiye', VERSION, {
      upgrade,
      blocking: (_current, _next, event) => {
        // A newer version of the app waits in another tab.
        ;(event.target as IDBDatabase).close()
        connection = undefined
      },
      terminated: () => {
        connection = undefined
      },
    }),
  ).catch(error => {
    connection = undefined
    throw error
  })
  return connection
}

/** Adds what is missing since a version; what is there stays as it is. */
function upgrade(database: Database, from: number): void {
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
    void database.createObjectStore('own').put(newDeviceName(), 'device')
  }
}

/** Random, so that devices need not know of each other to differ. */
const newDeviceName = () =>
  [...crypto.getRandomValues(new Uint8Array(10))].map(byte => (byte % 36).toString(36)).join('')

let device: Promise<string> | undefined

/** The name of this device in the log. */
export function deviceIn(database: Database): Promise<string> {
  device ??= database.get('own', 'device').then(async kept => {
    if (typeof kept === 'string' && /^[0-9a-z]{1,16}$/.test(kept)) return kept
    const name = newDeviceName()
    await database.put('own', name, 'device')
    return name
  })
  device.catch(() => {
    device = undefined
  })
  return device
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database does not answer')), PATIENCE_MS)
  })
  return Promise.race([answer, silence])
}
