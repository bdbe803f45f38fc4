import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Pack, PackContents } from './pack.ts'
import { packsName } from './pack-names.ts'

/** An article that lies in the cache of packs. */
export interface KeptArticle {
  id: string
  digest: string
  bytes: number
  pictures: string[]
}

/** A picture that lies there. */
export interface KeptPicture {
  address: string
  /** 0 if it does not tell. */
  bytes: number
  isUnread?: boolean
}

interface Schema extends DBSchema {
  packs: { key: string; value: Pack }
  contents: { key: string; value: PackContents }
  articles: { key: string; value: KeptArticle }
  pictures: { key: string; value: KeptPicture }
}

/** A database of its own: all in it can be had again, unlike what the reader wrote. */
let connection: Promise<IDBPDatabase<Schema>> | undefined

/** @throws if the browser refuses storage */
export function openPacks(): Promise<IDBPDatabase<Schema>> {
  connection ??= openDB<Schema>(packsName, 1, {
    upgrade(database) {
      database.createObjectStore('packs', { keyPath: 'id' })
      database.createObjectStore('contents', { keyPath: 'id' })
      database.createObjectStore('articles', { keyPath: 'id' })
      database.createObjectStore('pictures', { keyPath: 'address' })
    },
    blocking: (_current, _next, event) => {
      ;(event.target as IDBDatabase).close()
      connection = undefined
    },
    terminated: () => {
      connection = undefined
    },
  }).catch(error => {
    connection = undefined
    throw error
  })
  return connection
}
