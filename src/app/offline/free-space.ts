import { addressesIn } from '../article/keep-with-pictures.ts'
import { readReadIds } from '../history/read-states.ts'
import { dropTakenOut } from '../saved/settle-saved.ts'
import { storedArticles } from '../search/stored-articles.ts'
import { packsCache, savedCache } from './own-caches.ts'
import { openPacks } from './pack-store.ts'
import { dropPictures } from './packs.ts'

/**
 * Makes room, in this order: what was taken out of saved, the pictures of read articles in packs and elsewhere, all that were
 * seen, the pages that were opened. What the reader wrote or saved stays.
 *
 * @returns whether there was anything to delete
 */
export async function freeSpace(): Promise<boolean> {
  const read = await readReadIds().catch(() => new Set<string>())
  return (
    (await dropTakenOut()) ||
    (await dropPicturesOfRead(read)) ||
    (await dropSeenOfRead(read)) ||
    (await clearCaches(['pictures'])) ||
    (await clearCaches(['pages', 'data']))
  )
}

async function dropPicturesOfRead(read: Set<string>): Promise<boolean> {
  const database = await openPacks()
  const articles = await database.getAll('articles')
  const unread = new Set(articles.filter(({ id }) => !read.has(id)).flatMap(({ pictures }) => pictures))
  const kept = await database.getAllKeys('pictures')
  const ofRead = kept.filter(address => !unread.has(address))
  await dropPictures(ofRead)
  return ofRead.length > 0
}

/** Whose they are, the articles say that lie on the device. */
async function dropSeenOfRead(read: Set<string>): Promise<boolean> {
  if (!(await caches.has('pictures'))) return false
  const [ofRead, ofOthers] = [new Set<string>(), new Set<string>()]
  for await (const { id, body } of storedArticles())
    for (const address of addressesIn(body)) (read.has(id) ? ofRead : ofOthers).add(address)
  const seen = await caches.open('pictures')
  let hasDropped = false
  for (const address of [...ofRead].filter(address => !ofOthers.has(address)))
    hasDropped = (await seen.delete(address, { ignoreVary: true })) || hasDropped
  return hasDropped
}

/** @returns whether something was there. Packs and saved articles are none of these. */
export async function clearCaches(names: string[]): Promise<boolean> {
  let hasCleared = false
  for (const name of names) {
    if (name === packsCache || name === savedCache) continue
    hasCleared = (await caches.delete(name)) || hasCleared
  }
  return hasCleared
}
