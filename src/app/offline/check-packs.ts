import { articleFile } from '../../shared/addresses.ts'
import { packsCache } from './own-caches.ts'
import type { Pack } from './pack.ts'
import { packsName } from './pack-names.ts'
import { openPacks } from './pack-store.ts'
import { addressOf, changePack, readPacks, withoutHash } from './packs.ts'
import { sumOf } from './plan.ts'

/** Whoever holds it brings packs, or looks after what lies there. */
export const PACKS_LOCK = packsName

/** Compares packs with what lies on the device, unless some are being brought: then that is done anyway. */
export async function checkPacks(): Promise<void> {
  await navigator.locks?.request(PACKS_LOCK, { ifAvailable: true }, async lock => {
    if (lock) await forgetLost()
  })
}

/** What the browser threw away is no longer there, whatever was written down; packs that were ready lack it. */
export async function forgetLost(): Promise<void> {
  const cache = await caches.open(packsCache)
  const there = new Set((await cache.keys()).map(({ url }) => withoutHash(url)))
  const isThere = (address: string) => there.has(withoutHash(address))
  const database = await openPacks()
  const transaction = database.transaction(['articles', 'pictures'], 'readwrite')
  const [articles, pictures] = [transaction.objectStore('articles'), transaction.objectStore('pictures')]
  for (const id of await articles.getAllKeys())
    if (!isThere(addressOf(articleFile(id)))) void articles.delete(id)
  const lostPictures = new Set((await pictures.getAllKeys()).filter(address => !isThere(address)))
  for (const address of lostPictures) void pictures.delete(address)
  await transaction.done
  for (const pack of await readPacks()) if (pack.state === 'done') await markLost(pack, isThere, lostPictures)
}

async function markLost(
  pack: Pack,
  isThere: (address: string) => boolean,
  lostPictures: Set<string>,
): Promise<void> {
  const database = await openPacks()
  const contents = await database.get('contents', pack.id)
  if (!contents) return
  const change = (changes: Partial<Pack>) => changePack(pack.id, changes, pack.checkedAt)
  const ids = new Set(contents.articles.map(({ id }) => id))
  const kept = (await database.getAll('articles')).filter(({ id }) => ids.has(id))
  if (kept.length < ids.size || !contents.lists.map(addressOf).every(isThere)) {
    const bytesKept = sumOf(kept.map(({ bytes }) => bytes))
    await change({ state: 'paused', problem: 'lost', articlesKept: kept.length, bytesKept })
    return
  }
  const shown = pack.hasPictures ? new Set(kept.flatMap(({ pictures }) => pictures)) : new Set<string>()
  const lost = [...shown].filter(address => lostPictures.has(address)).length
  if (lost > 0)
    await change({ failed: pack.failed + lost, picturesKept: Math.max(0, pack.picturesKept - lost) })
}
