import { readReadIds } from '../history/read-states.ts'
import { packsCache } from './pack-names.ts'
import { openPacks } from './pack-store.ts'
import { dropPictures } from './packs.ts'

/**
 * Makes room, in this order: the pictures of packs whose articles are all read, the pictures that were seen, the pages
 * that were opened. What the reader wrote or saved stays.
 *
 * @returns whether there was anything to delete
 */
export async function freeSpace(): Promise<boolean> {
  return (
    (await dropPicturesOfRead()) ||
    (await clearCaches(['pictures'])) ||
    (await clearCaches(['pages', 'data']))
  )
}

async function dropPicturesOfRead(): Promise<boolean> {
  const database = await openPacks()
  const [articles, read] = await Promise.all([
    database.getAll('articles'),
    readReadIds().catch(() => new Set<string>()),
  ])
  const unread = new Set(articles.filter(({ id }) => !read.has(id)).flatMap(({ pictures }) => pictures))
  const kept = await database.getAllKeys('pictures')
  const ofRead = kept.filter(address => !unread.has(address))
  await dropPictures(ofRead)
  return ofRead.length > 0
}

/** @returns whether something was there. The packs are none of these. */
export async function clearCaches(names: string[]): Promise<boolean> {
  let hasCleared = false
  for (const name of names) {
    if (name === packsCache) continue
    hasCleared = (await caches.delete(name)) || hasCleared
  }
  return hasCleared
}
