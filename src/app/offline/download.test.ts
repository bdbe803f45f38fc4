import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { KeepRequest, Kept } from '../../shared/packs.ts'
import type { PackContents } from './pack.ts'

const cache = new Set<string>()
vi.stubGlobal('caches', {
  open: async () => ({
    delete: async (address: string) => cache.delete(address),
    keys: async () => [...cache].map(url => ({ url })),
  }),
  delete: async () => cache.clear(),
})
vi.stubGlobal('location', { href: 'https://site.example/' })
const locks = { request: (...args: unknown[]) => (args.at(-1) as (lock: object) => Promise<void>)({}) }
const network = { onLine: true, locks }
vi.stubGlobal('navigator', network)
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('removeEventListener', () => undefined)

/** What the worker makes of a file. */
let answer: (address: string, request: Omit<KeepRequest, 'type'>) => Kept | Promise<Kept>

const comes = (address: string): Kept => {
  cache.add(address)
  const id = /\/a\/(.*)\.json/.exec(address)?.[1] ?? ''
  return { is: 'kept', bytes: 100, digest: id, pictures: id ? [`https://pictures.example/${id}.png`] : [] }
}

vi.mock('./ask-worker.ts', () => ({
  askWorker: (request: Omit<KeepRequest, 'type'>) =>
    Promise.all(request.addresses.map(address => answer(address, request))),
}))

const { checkPacks } = await import('./check-packs.ts')
const { bringPacks } = await import('./download.ts')
const { addPack, changePack, deletePack, deletePacks, readPacks } = await import('./packs.ts')
const { goOnWithPacks, update } = await import('./edit-packs.ts')
const { leftToBring } = await import('./left-to-bring.ts')
const { openPacks } = await import('./pack-store.ts')

const contents: PackContents = {
  id: 'list:c/one',
  articles: ['a', 'b', 'c'].map(id => ({ id, digest: id, bytes: 100, pictures: 1 })),
  lists: ['/data/home.json'],
}
const add = (changes: Partial<PackContents> = {}, hasPictures = true) =>
  addPack({ of: 'list', list: 'c/one', name: 'one' }, { ...contents, ...changes }, hasPictures)

const isOf = (id: string) => (address: string) => address.endsWith(`/${id}.json`)

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  answer = comes
  await deletePacks()
})

/** Brings all packs, however long they wait between. */
async function bring(go = bringPacks): Promise<void> {
  let isOver = false
  const work = go().finally(() => {
    isOver = true
  })
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(1000)
    await new Promise(setImmediate)
  }
  await work
}

test.each(['offline', 'broken', 'missing'] as const)(
  'a pack whose text is %s is not ready, and goes on when it is asked for again',
  async is => {
    await add()
    answer = address => (isOf('b')(address) ? { is } : comes(address))
    await bring()
    expect(await readPacks()).toMatchObject([
      { state: 'paused', problem: 'silent', articlesKept: 2, failed: 1 },
    ])
    answer = comes
    await bring()
    expect(await readPacks()).toMatchObject([{ state: 'done', problem: null, articlesKept: 3, failed: 0 }])
  },
)

test('a list that does not come keeps a pack from being ready, a picture does not', async () => {
  await add()
  answer = address => (isOf('home')(address) ? { is: 'broken' } : comes(address))
  await bring()
  expect(await readPacks()).toMatchObject([{ state: 'paused', problem: 'silent', failed: 1 }])
  answer = address => (address.endsWith('.png') ? { is: 'broken' } : comes(address))
  await bring()
  expect(await readPacks()).toMatchObject([{ state: 'done', problem: null, failed: 3 }])
})

test('a site that is silent is not asked for every file of a pack', async () => {
  const many = Array.from({ length: 160 }, (_, at) => ({
    id: `m${at}`,
    digest: `m${at}`,
    bytes: 1,
    pictures: 0,
  }))
  await add({ articles: many, lists: [] })
  const asked = new Set<string>()
  answer = address => {
    asked.add(address)
    return { is: 'offline' }
  }
  await bring()
  expect(await readPacks()).toMatchObject([{ state: 'paused', problem: 'silent', failed: 160 }])
  expect(asked.size).toBeLessThan(80)
})

test('a pack whose files the browser has cleared is not ready, and is brought again', async () => {
  await add()
  await bring()
  await checkPacks()
  expect(await readPacks()).toMatchObject([{ state: 'done', failed: 0, picturesKept: 3 }])
  cache.delete('https://pictures.example/a.png')
  await checkPacks()
  expect(await readPacks()).toMatchObject([{ state: 'done', failed: 1, picturesKept: 2 }])
  cache.clear()
  await checkPacks()
  expect(await readPacks()).toMatchObject([{ state: 'paused', problem: 'lost', articlesKept: 0 }])
  await changePack(contents.id, { state: 'running' })
  await bring()
  expect(await readPacks()).toMatchObject([{ state: 'done', problem: null, failed: 0, articlesKept: 3 }])
  expect(cache.size).toBe(7)
})

test('a pack that lacks a list is not ready', async () => {
  await add()
  await bring()
  cache.delete('https://site.example/data/home.json')
  await checkPacks()
  expect(await readPacks()).toMatchObject([{ state: 'paused', problem: 'lost', articlesKept: 3 }])
})

test('an update of a pack that is on its way replaces what is being brought', async () => {
  await add()
  const more = { id: 'd', digest: 'd', bytes: 100, pictures: 1 }
  let isUpdated = false
  answer = async address => {
    if (!isUpdated && isOf('b')(address)) {
      isUpdated = true
      await add({ articles: [...contents.articles.slice(1), more] }, false)
    }
    return comes(address)
  }
  await bring()
  expect(await readPacks()).toMatchObject([
    { state: 'done', hasPictures: false, articles: 3, articlesKept: 3, picturesKept: 0 },
  ])
  expect([...cache].some(isOf('d'))).toBe(true)
})

test('what the reader pauses while the site is silent stays paused', async () => {
  await add()
  answer = async () => {
    await changePack(contents.id, { state: 'paused', problem: null })
    return { is: 'offline' }
  }
  await bring()
  expect(await readPacks()).toMatchObject([{ state: 'paused', problem: null }])
})

test.each(['b.json', 'b.png'])(
  'what was on its way when a pack was cancelled, at %s, does not stay',
  async file => {
    await add({ ...contents, id: 'list:c/other', articles: contents.articles.slice(2) })
    await bring()
    const before = [...cache].sort()
    await add()
    answer = async address => {
      if (address.endsWith(file)) await deletePack(contents.id)
      return comes(address)
    }
    await bring()
    expect([...cache].sort()).toEqual(before)
    const database = await openPacks()
    expect(await database.getAllKeys('articles')).toEqual(['c'])
    expect(await database.getAllKeys('pictures')).toEqual(['https://pictures.example/c.png'])
  },
)

test('of an update only what is not here yet is said to be downloaded', async () => {
  expect(await leftToBring(contents)).toEqual({ bytes: 300, pictures: 3 })
  await add()
  answer = address => (address.endsWith('a.png') ? { is: 'broken' } : comes(address))
  await bring()
  expect(await leftToBring(contents)).toEqual({ bytes: 0, pictures: 1 })
  const changed = { id: 'b', digest: 'new', bytes: 120, pictures: 2 }
  const articles = [contents.articles[0]!, changed, contents.articles[2]!]
  expect(await leftToBring({ ...contents, articles })).toEqual({ bytes: 120, pictures: 3 })
})

test('an update that was asked for without a network is done once there is one', async () => {
  await add()
  await bring()
  network.onLine = false
  await update((await readPacks())[0]!)
  expect(await readPacks()).toMatchObject([{ state: 'done', isUpdateWanted: true }])
  network.onLine = true
  const index = { total: 1, ids: ['d'], published: [1], bytes: [100], digests: ['d'], pictures: [1] }
  const files: Record<string, object> = {
    '/data/c/one/pack-1.json': index,
    '/data/c/one/page-1.json': { rows: 1 },
  }
  vi.stubGlobal('fetch', async (address: string) => Response.json(files[address]))
  await bring(goOnWithPacks)
  const [pack] = await readPacks()
  expect(pack).toMatchObject({ state: 'done', articles: 1, articlesKept: 1 })
  expect(pack!.isUpdateWanted).toBeUndefined()
  expect([...cache].filter(isOf('d'))).toHaveLength(1)
})
