import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { addSaved, removeSaved } from '../saved/saved.ts'
import { openDatabase } from '../storage/database.ts'
import { addVisits } from './history.ts'
import type { ReadMark } from './read-mark.ts'
import { markRead, restoreReadMarks } from './read-marks.ts'
import { readReadIds, readStates } from './read-states.ts'
import type { Visit } from './visit.ts'

const [a, b, c] = ['a', 'b', 'c'].map(digit => digit.repeat(16)) as [string, string, string]

const visit = (id: string, articleId: string, startedAt: number, progress: number): Visit => ({
  id,
  articleId,
  title: '渡口',
  author: '',
  startedAt,
  seconds: 10,
  progress,
  place: { block: 0, offset: 0 },
})

const later = () => Date.now() + 60_000

beforeEach(async () => {
  const database = await openDatabase()
  for (const store of ['visits', 'readMarks', 'saved'] as const) await database.clear(store)
})

test('progress is the best of all visits, and the whole is read; articles never opened are missing', async () => {
  await addVisits([visit('1', a, 100, 0.8), visit('2', a, 200, 0.1), visit('3', b, 300, 0.98)])
  expect(await readStates([a, b, c])).toEqual({
    [a]: { progress: 0.8, isRead: false, isSaved: false },
    [b]: { progress: 1, isRead: true, isSaved: false },
  })
  expect(await readReadIds()).toEqual(new Set([b]))
})

test('a mark holds against earlier visits, until the article is read to its end again', async () => {
  await addVisits([visit('1', a, 100, 1), visit('2', b, 100, 0.2)])
  await markRead([a], false)
  await markRead([b, c], true)
  expect(await readStates([a, b, c])).toMatchObject({
    [a]: { isRead: false },
    [b]: { progress: 0.2, isRead: true },
    [c]: { isRead: true },
  })
  expect(await readReadIds()).toEqual(new Set([b, c]))
  await addVisits([visit('3', a, later(), 0.5), visit('4', b, later(), 0.1)])
  expect(await readReadIds()).toEqual(new Set([b, c]))
  await addVisits([visit('5', a, later(), 1)])
  expect(await readReadIds()).toEqual(new Set([a, b, c]))
})

test('marking is undone exactly, article by article', async () => {
  await markRead([a], false)
  const before = await markRead([a, b], true)
  await markRead([c], true)
  await restoreReadMarks(before)
  expect(await readReadIds()).toEqual(new Set([c]))
  const database = await openDatabase()
  expect((await database.getAll('readMarks')).map(mark => mark.articleId)).toEqual([a, c])
})

test('saved articles are told; damaged records spoil nothing', async () => {
  const saved = {
    articleId: a,
    title: '渡口',
    author: '',
    date: null,
    minutes: 3,
    cover: null,
    savedAt: 1,
    labels: [],
  }
  await addSaved([saved])
  const database = await openDatabase()
  await database.put('readMarks', { articleId: a, isRead: 'yes' } as unknown as ReadMark)
  await database.put('visits', { id: 'x', articleId: a, startedAt: 5 } as unknown as Visit)
  expect(await readStates([a])).toEqual({ [a]: { isRead: false, isSaved: true } })
  expect(await readReadIds()).toEqual(new Set())
  expect(await removeSaved([a, b])).toEqual([saved])
  expect(await readStates([a])).toEqual({})
})

test('a history longer than a batch is read whole', async () => {
  const visits = Array.from({ length: 4100 }, (_, index) =>
    visit(String(index), index.toString(16).padStart(16, '0'), index, 1),
  )
  await addVisits(visits)
  expect((await readReadIds()).size).toBe(4100)
})
