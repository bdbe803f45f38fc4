import { beforeEach, expect, test, vi } from 'vitest'
import type { PackIndex } from '../../shared/article.ts'
import { planOf } from './plan.ts'

/** What the site answers; what is not in it is not found. */
const files = new Map<string, Response>()
vi.stubGlobal(
  'fetch',
  async (address: string) => files.get(address)?.clone() ?? new Response('', { status: 404 }),
)

const put = (address: string, content: unknown) => files.set(address, Response.json(content))
const indexOf = (ids: string[]): PackIndex => ({
  total: ids.length,
  ids,
  published: ids.map(() => 1),
  bytes: ids.map(() => 100),
  digests: ids,
  pictures: ids.map(() => 1),
})

beforeEach(() => files.clear())

const month = '/data/archive/2024/03/pack-1.json'
const saved = ['a', 'b'].map(articleId => ({ articleId, date: '2024-03-05T08:00:00+08:00' }))
const kept = ['a', 'b', 'c'].map(id => ({
  id,
  digest: 'old',
  bytes: 90,
  pictures: [`https://p.example/${id}.png`],
}))
const copyOf = (id: string) => ({ id, digest: 'old', bytes: 90, pictures: 1 })

test('what is saved stays, though the site has taken it away, and nothing else does', async () => {
  put(month, indexOf(['a']))
  const { articles } = await planOf({ of: 'saved' }, saved, kept)
  expect(articles).toEqual([{ id: 'a', digest: 'a', bytes: 100, pictures: 1 }, copyOf('b')])
})

test('it stays where its month is gone, and what never lay here is not waited for', async () => {
  expect((await planOf({ of: 'saved' }, saved, kept)).articles).toEqual([copyOf('a'), copyOf('b')])
  expect((await planOf({ of: 'saved' }, saved, [])).articles).toEqual([])
})

test('a page in the place of a month does not say that its articles are gone', async () => {
  files.set(month, new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }))
  await expect(planOf({ of: 'saved' }, saved, kept)).rejects.toMatchObject({ reason: 'missing' })
})

test('a list has as many pages as its rows take, which several articles may share', async () => {
  put('/data/c/x/pack-1.json', indexOf(Array.from({ length: 45 }, (_, at) => `m${at}`)))
  put('/data/c/x/page-1.json', { rows: 38 })
  const { articles, lists } = await planOf({ of: 'list', list: 'c/x', name: 'x' }, [], [])
  expect(articles).toHaveLength(45)
  expect(lists.slice(3)).toEqual([
    '/data/c/x/page-1.json',
    '/data/c/x/page-2.json',
    '/data/c/x/months.json',
    '/data/c/x/index-1.json',
  ])
})
