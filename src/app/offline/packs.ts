import { queryOptions } from '@tanstack/react-query'
import { articleFile, withBase } from '../../shared/addresses.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { packsCache } from './own-caches.ts'
import type { Pack, PackContents, PackSubject } from './pack.ts'
import { packsName } from './pack-names.ts'
import { openPacks } from './pack-store.ts'
import { sumOf } from './plan.ts'

const channel = import.meta.env.SSR ? null : new BroadcastChannel(packsName)
channel?.addEventListener('message', () => void refresh())

const refresh = () => queryClient.invalidateQueries({ queryKey: ['packs'] })

/** To be called after each change: refreshes what is shown of packs, in every tab. */
export function packsChanged(): Promise<void> {
  channel?.postMessage(null)
  return refresh()
}

/** All packs, the first asked for first. */
export const packsQuery = queryOptions({ queryKey: ['packs'], queryFn: readPacks })

export async function readPacks(): Promise<Pack[]> {
  const packs = await (await openPacks()).getAll('packs')
  // Those of before 2026-11-26 do not say.
  const whole = packs.map(pack => ({
    ...pack,
    picturesUnread: pack.picturesUnread ?? 0,
    picturesLeft: pack.picturesLeft ?? 0,
  }))
  return whole.sort((a, b) => a.addedAt - b.addedAt)
}

/** The whole address of a data file. */
export const addressOf = (file: string): string => new URL(withBase(site.base, file), location.href).href

/** Asks for a pack, or for what changed in one that is there. */
export async function addPack(
  subject: PackSubject,
  contents: PackContents,
  hasPictures: boolean,
): Promise<void> {
  const database = await openPacks()
  const transaction = database.transaction(['packs', 'contents'], 'readwrite')
  const packs = transaction.objectStore('packs')
  const before = await packs.get(contents.id)
  const pack: Pack = {
    id: contents.id,
    subject,
    hasPictures,
    state: 'running',
    problem: null,
    addedAt: before?.addedAt ?? Date.now(),
    // Another than before, for that is how a download knows its own.
    checkedAt: Math.max(Date.now(), (before?.checkedAt ?? 0) + 1),
    articles: contents.articles.length,
    bytes: sumOf(contents.articles.map(({ bytes }) => bytes)),
    pictures: sumOf(contents.articles.map(({ pictures }) => pictures)),
    articlesKept: 0,
    bytesKept: 0,
    picturesKept: 0,
    pictureBytes: 0,
    picturesUnread: 0,
    picturesLeft: 0,
    failed: 0,
  }
  await Promise.all([packs.put(pack), transaction.objectStore('contents').put(contents), transaction.done])
  // What has left the list since leaves the device.
  if (before) await dropUnowned()
  await packsChanged()
}

/**
 * @param checkedAt of the pack that is meant, if not of any: an update replaces it
 * @returns whether it is still there
 */
export async function changePack(id: string, changes: Partial<Pack>, checkedAt?: number): Promise<boolean> {
  const transaction = (await openPacks()).transaction('packs', 'readwrite')
  const pack = await transaction.store.get(id)
  const isThere = pack !== undefined && (checkedAt ?? pack.checkedAt) === pack.checkedAt
  if (isThere) await transaction.store.put({ ...pack, ...changes })
  await transaction.done
  await packsChanged()
  return isThere
}

/** Deletes a pack, and of its files those that belong to no other. */
export async function deletePack(id: string): Promise<void> {
  const database = await openPacks()
  const transaction = database.transaction(['packs', 'contents'], 'readwrite')
  await Promise.all([
    transaction.objectStore('packs').delete(id),
    transaction.objectStore('contents').delete(id),
    transaction.done,
  ])
  await packsChanged()
  await dropUnowned()
  await packsChanged()
}

/** Deletes the files that no pack holds any more, those too that came when theirs was gone. */
export async function dropUnowned(): Promise<void> {
  const cache = await caches.open(packsCache)
  // Before packs are asked for: nothing of a pack comes before the pack itself.
  const there = (await cache.keys()).map(({ url }) => url)
  const database = await openPacks()
  const owners = await database.getAll('contents')
  const ids = new Set(owners.flatMap(({ articles }) => articles.map(({ id }) => id)))
  const kept = await database.getAll('articles')
  const shown = new Set(kept.filter(({ id }) => ids.has(id)).flatMap(({ pictures }) => pictures))
  const files = [...owners.flatMap(({ lists }) => lists), ...[...ids].map(articleFile)].map(addressOf)
  const owned = new Set([...files, ...shown].map(withoutHash))
  const strays = there.filter(address => !owned.has(withoutHash(address)))
  await Promise.all(strays.map(address => cache.delete(address)))
  const transaction = database.transaction(['articles', 'pictures'], 'readwrite')
  const [articles, pictures] = [transaction.objectStore('articles'), transaction.objectStore('pictures')]
  for (const { id } of kept) if (!ids.has(id)) void articles.delete(id)
  for (const address of await pictures.getAllKeys()) if (!shown.has(address)) void pictures.delete(address)
  await transaction.done
}

/** Browsers look up addresses without it. */
export const withoutHash = (address: string): string => address.split('#', 1)[0]!

/** Deletes pictures of packs from the device. */
export async function dropPictures(addresses: string[]): Promise<void> {
  const database = await openPacks()
  const cache = await caches.open(packsCache)
  await Promise.all(addresses.map(address => cache.delete(address)))
  const transaction = database.transaction('pictures', 'readwrite')
  await Promise.all([...addresses.map(address => transaction.store.delete(address)), transaction.done])
}

/** Deletes all packs. */
export async function deletePacks(): Promise<void> {
  const database = await openPacks()
  const transaction = database.transaction(['packs', 'contents', 'articles', 'pictures'], 'readwrite')
  for (const store of ['packs', 'contents', 'articles', 'pictures'] as const)
    void transaction.objectStore(store).clear()
  await transaction.done
  await caches.delete(packsCache)
  await packsChanged()
}
