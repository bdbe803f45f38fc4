import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { PackContents } from './pack.ts'

/** As much of the browser's caches as packs use. */
class FakeCache {
  readonly addresses = new Set<string>()
  delete = async (address: string) => this.addresses.delete(address)
  keys = async () => [...this.addresses].map(url => ({ url }))
}

const cache = new FakeCache()
vi.stubGlobal('caches', { open: async () => cache, delete: async () => cache.addresses.clear() })
vi.stubGlobal('location', { href: 'https://site.example/' })

const { addPack, addressOf, changePack, deletePack, deletePacks, readPacks } = await import('./packs.ts')
const { openPacks } = await import('./pack-store.ts')

const contentsOf = (id: string, articleIds: string[], lists: string[]): PackContents => ({
  id,
  articles: articleIds.map(each => ({ id: each, digest: each, bytes: 100, pictures: 1 })),
  lists,
})

/** Has all of a pack lie on the device, each article with a picture of its own and one that all share. */
async function bring({ articles, lists }: PackContents): Promise<void> {
  const database = await openPacks()
  for (const list of lists) cache.addresses.add(addressOf(list))
  for (const { id, digest, bytes } of articles) {
    const pictures = [`https://pictures.example/${id}.png`, 'https://pictures.example/shared.png']
    await database.put('articles', { id, digest, bytes, pictures })
    cache.addresses.add(addressOf(`/data/a/${id}.json`))
    for (const address of pictures) {
      await database.put('pictures', { address, bytes: 10 })
      cache.addresses.add(address)
    }
  }
}

const shown = () =>
  [...cache.addresses].map(address => address.replace(/^https:\/\/.*\/|\.json$|\.png$/g, '')).sort()

beforeEach(() => deletePacks())

const one = contentsOf('list:c/one', ['a', 'b'], ['/data/home.json', '/data/c/one/page-1.json'])
const two = contentsOf('days:7', ['b', 'c'], ['/data/home.json'])

test('what two packs share is there until the last of them goes', async () => {
  for (const contents of [one, two]) {
    await addPack({ of: 'saved' }, contents, true)
    await bring(contents)
  }
  await deletePack(one.id)
  expect(shown()).toEqual(['b', 'b', 'c', 'c', 'home', 'shared'])
  expect((await readPacks()).map(({ id }) => id)).toEqual([two.id])
  await deletePack(two.id)
  expect(shown()).toEqual([])
  const database = await openPacks()
  for (const store of ['packs', 'contents', 'articles', 'pictures'] as const)
    expect(await database.count(store), store).toBe(0)
})

test('what has left the list goes with the update, and the pack keeps its place', async () => {
  await addPack({ of: 'saved' }, one, true)
  await bring(one)
  const [{ addedAt } = { addedAt: 0 }] = await readPacks()
  await addPack({ of: 'saved' }, { ...one, articles: one.articles.slice(1) }, true)
  expect(shown()).toEqual(['b', 'b', 'home', 'page-1', 'shared'])
  expect(await readPacks()).toMatchObject([{ addedAt, articles: 1, bytes: 100, state: 'running' }])
})

test('a pack that was deleted meanwhile does not come back', async () => {
  await addPack({ of: 'saved' }, one, true)
  await deletePack(one.id)
  expect(await changePack(one.id, { articlesKept: 2 })).toBe(false)
  expect(await readPacks()).toEqual([])
})
