import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { picturesBeside } from '../../shared/saved.ts'

/** As much of the browser's caches as is asked of them here. */
class FakeCache {
  readonly kept = new Map<string, string>()
  keys = async () => [...this.kept.keys()].map(url => ({ url }))
  match = async ({ url }: { url: string }) => {
    const text = this.kept.get(url)
    return text === undefined ? undefined : new Response(text)
  }
  delete = async (asked: string | { url: string }) =>
    this.kept.delete(typeof asked === 'string' ? asked : asked.url)
}

const all = new Map<string, FakeCache>()
vi.stubGlobal('location', { href: 'https://site.example/' })
vi.stubGlobal('caches', {
  open: async (name: string) => all.get(name) ?? all.set(name, new FakeCache()).get(name),
  has: async (name: string) => all.has(name),
  delete: async (name: string) => all.delete(name),
  keys: async () => [...all.keys()],
})

const { freeSpace } = await import('./free-space.ts')
const { addSaved, removeSaved } = await import('../saved/saved.ts')
const { dropTakenOut } = await import('../saved/settle-saved.ts')
const { openDatabase } = await import('../storage/database.ts')
const { putRecords } = await import('../storage/write.ts')

const id = (digit: string) => digit.repeat(16)
const dataOf = (digit: string) => `https://site.example/data/a/${id(digit)}.json`
const pictureOf = (name: string) => `https://pictures.example/${name}.png`

async function put(cache: string, address: string, content = ''): Promise<void> {
  ;((await caches.open(cache)) as unknown as FakeCache).kept.set(address, content)
}

/** An article that was seen, with a picture of its own and one that all share. */
async function see(digit: string): Promise<void> {
  const pictures = [pictureOf(digit), pictureOf('shared')]
  const body = pictures.map(address => `<img alt="" src="${address}">`).join('')
  await put('data', dataOf(digit), JSON.stringify({ id: id(digit), body }))
  for (const address of pictures) await put('pictures', address)
}

/** An article that lies among the saved ones. */
async function keep(digit: string): Promise<void> {
  const pictures = [pictureOf(`${digit}-saved`), pictureOf('shared-saved')]
  await put('saved', dataOf(digit), JSON.stringify({ id: id(digit), body: '' }))
  await put('saved', picturesBeside(dataOf(digit)), JSON.stringify(pictures))
  for (const address of pictures) await put('saved', address)
}

const save = (digit: string) =>
  addSaved([
    {
      articleId: id(digit),
      title: '',
      author: '',
      date: null,
      minutes: 1,
      cover: null,
      savedAt: 1,
      labels: [],
    },
  ])

/** What lies in a cache, by the names of pictures and the digits of articles. */
const shown = (cache: string) =>
  [...(all.get(cache)?.kept.keys() ?? [])].map(address =>
    /([^/]+)$/.exec(address)![1]!.replace(/^(.)\1+/, '$1'),
  )

beforeEach(async () => {
  all.clear()
  for (const store of ['saved', 'readMarks'] as const) await (await openDatabase()).clear(store)
})

test('pictures of read articles go first, then other pictures, then pages, and never what was saved', async () => {
  for (const digit of ['a', 'b']) await see(digit)
  await keep('a')
  await save('a')
  await putRecords('readMarks', [{ articleId: id('a'), isRead: true, markedAt: 1 }])
  const saved = shown('saved')

  expect(await freeSpace()).toBe(true)
  expect(shown('pictures')).toEqual(['shared.png', 'b.png'])
  expect(shown('data')).toEqual(['a.json', 'b.json'])
  expect(await freeSpace()).toBe(true)
  expect(shown('pictures')).toEqual([])
  expect(shown('data')).toEqual(['a.json', 'b.json'])
  expect(await freeSpace()).toBe(true)
  expect(shown('data')).toEqual([])
  expect(await freeSpace()).toBe(false)
  expect(shown('saved')).toEqual(saved)
})

test('what was taken out goes, with the pictures that no other saved article has', async () => {
  for (const digit of ['a', 'b']) {
    await keep(digit)
    await save(digit)
  }
  expect(await dropTakenOut()).toBe(false)
  await removeSaved([id('a')])
  expect(await dropTakenOut()).toBe(true)
  expect(shown('saved')).toEqual(['shared-saved.png', 'b.json', 'b.pictures', 'b-saved.png'])
})
