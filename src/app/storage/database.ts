import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb'
import type { ReadMark } from '../history/read-mark.ts'
import type { Visit } from '../history/visit.ts'
import type { Mark } from '../marks/mark.ts'
import type { MuteRule } from '../mute/mute-rule.ts'
import type { Saved } from '../saved/saved-article.ts'
import { refreshAll } from './changes.ts'
import type { LogEntry } from './log.ts'
import { FORMER_NAME, siteName } from './site-name.ts'
import { takeOver } from './take-over.ts'
import { newDeviceName, upgrade, VERSION } from './upgrade.ts'

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
  /** What belongs to this device alone: its name, what it syncs through, what became of its data. */
  own: { key: string; value: unknown }
}

export type Database = IDBPDatabase<Schema>

/** An upgrade that another tab holds up never answers; the reader should not wait for it. */
const PATIENCE_MS = 2500

let connection: Promise<Database> | undefined

/**
 * The reader's own data on this device: one connection for the tab, opened again after an error. What answers too late
 * is used once it does, and pages are refreshed then.
 *
 * @throws if the browser refuses storage or does not answer
 */
export function openDatabase(): Promise<Database> {
  connection ??= connect()
  return connection
}

function connect(): Promise<Database> {
  let isGivenUp = false
  const opened = openNewest().then(async database => {
    await takeOver(database, FORMER_NAME).catch(() => undefined) // reading goes on; the next start tries again
    forgetWhenLost(database)
    return database
  })
  const answer = withPatience(opened)
  answer.catch(() => {
    isGivenUp = true
    if (connection === answer) connection = undefined
  })
  opened.then(
    database => {
      if (!isGivenUp) return
      if (connection) database.close()
      else connection = Promise.resolve(database)
      // Whoever asked first was told that there is none.
      connection.then(refreshAll).catch(() => undefined)
    },
    () => undefined,
  )
  return answer
}

const forget = () => {
  connection = undefined
}

const openAs = (version: number | undefined) =>
  openDB<Schema>(siteName, version, {
    upgrade,
    blocking: (_current, _next, event) => {
      // A newer version of the app waits in another tab.
      ;(event.target as IDBDatabase).close()
      forget()
    },
    terminated: forget,
  })

/** What a newer version of the app left has all that this one knows: see `upgrade`. */
const openNewest = async (): Promise<Database> => {
  try {
    return await openAs(VERSION)
  } catch (error) {
    if ((error as Error).name !== 'VersionError') throw error
    return await openAs(undefined)
  }
}

/** Browsers may lose a connection and tell nobody before it is used. */
function forgetWhenLost(database: Database): void {
  const raw = unwrap(database)
  const begin = raw.transaction.bind(raw)
  raw.transaction = (...request) => {
    try {
      return begin(...request)
    } catch (error) {
      if ((error as Error).name === 'InvalidStateError') forget()
      throw error
    }
  }
  raw.addEventListener('abort', ({ target }) => {
    if ((target as IDBTransaction).error?.name === 'UnknownError') forget()
  })
}

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
    setTimeout(() => reject(new DOMException('The database does not answer', 'TimeoutError')), PATIENCE_MS)
  })
  return Promise.race([answer, silence])
}
