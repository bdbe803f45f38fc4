import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { queryClient } from '../data/query-client.ts'
import { openDatabase } from '../storage/database.ts'
import { asMark, type Mark } from './mark.ts'
import { addMarks, articleMarksQuery, deleteMarks, marksQuery, updateMark, writeNote } from './marks.ts'

const article = (digit: string) => digit.repeat(16)

const mark = (id: string, digit: string, createdAt: number, more: Partial<Mark> = {}): Mark => ({
  id,
  articleId: article(digit),
  title: `title ${digit}`,
  quote: '渡口',
  prefix: '',
  suffix: '到了',
  start: 0,
  colour: 'yellow',
  note: '',
  createdAt,
  updatedAt: createdAt,
  ...more,
})

const readAll = () => queryClient.fetchQuery({ ...marksQuery, staleTime: 0 })
const readOf = (digit: string) =>
  queryClient.fetchQuery({ ...articleMarksQuery(article(digit)), staleTime: 0 })
const idsOf = (marks: Mark[]) => marks.map(({ id }) => id).join(' ')

beforeEach(async () => {
  const database = await openDatabase()
  await database.clear('marks')
  queryClient.clear()
})

test('all marks are read newest first, those of an article in its order', async () => {
  await addMarks([
    mark('1', 'a', 100, { start: 50 }),
    mark('3', 'b', 300),
    mark('2', 'a', 200, { start: 20 }),
  ])
  expect(idsOf(await readAll())).toBe('3 2 1')
  expect(idsOf(await readOf('a'))).toBe('2 1')
  expect(await readOf('c')).toEqual([])
})

test('a mark comes back as it was', async () => {
  const kept = mark('1', 'a', 100, { note: '记一笔 & <b>', colour: 'pink', isLost: true })
  await addMarks([kept])
  expect(await readAll()).toEqual([kept])
})

test('a mark changes, unless it was deleted meanwhile', async () => {
  const [one, two] = [mark('1', 'a', 100), mark('2', 'a', 200)]
  await addMarks([one, two])
  await deleteMarks([two])
  await updateMark('1', { colour: 'blue', note: 'n' })
  await updateMark('2', { colour: 'blue' })
  expect(await readAll()).toEqual([{ ...one, colour: 'blue', note: 'n' }])
})

test('a note that two tabs write at once keeps what both wrote', async () => {
  await addMarks([mark('1', 'a', 100, { note: 'so' }), mark('2', 'a', 200, { note: 'so' })])
  await updateMark('1', { note: 'so far' }, 'so')
  await updateMark('1', { note: 'so good' }, 'so')
  await updateMark('2', { note: 'so far' }, 'so')
  await updateMark('2', { note: 'so far, so good' }, 'so')
  await updateMark('2', { colour: 'blue', note: 'so' }, 'so') // nothing was written
  expect((await readAll()).map(({ note }) => note)).toEqual(['so far, so good', 'so far\n\nso good'])
  await updateMark('1', { note: '' }, 'so far\n\nso good')
  expect((await readAll()).map(({ note }) => note)).toEqual(['so far, so good', ''])
})

test('a note that was written upon what is kept takes its place, and one whose mark is gone brings it along', async () => {
  const one = mark('1', 'a', 100, { note: 'so' })
  await writeNote(one, '')
  await writeNote({ ...one, note: 'else', colour: 'blue' }, 'so')
  await writeNote({ ...one, note: 'more' }, 'so') // upon what is kept no longer
  expect((await readAll()).map(({ note, colour }) => [note, colour])).toEqual([['else\n\nmore', one.colour]])
})

test('a deleted mark comes back when that is undone', async () => {
  const one = mark('1', 'a', 100)
  await addMarks([one])
  await deleteMarks([one])
  expect(await readAll()).toEqual([])
  await addMarks([one])
  expect(await readAll()).toEqual([one])
})

test('damaged records are passed over, and stay', async () => {
  const database = await openDatabase()
  await addMarks([mark('1', 'a', 100)])
  await database.put('marks', { ...mark('2', 'a', 200), colour: 'mauve' as never })
  await database.put('marks', { id: '3' } as never)
  expect(idsOf(await readAll())).toBe('1')
  expect(idsOf(await readOf('a'))).toBe('1')
  expect(await database.count('marks')).toBe(3)
})

describe('a damaged record is none', () => {
  const whole = mark('1', 'a', 100)
  test('and a whole one is a mark, whatever else it holds', () => {
    const record = { ...whole, future: true }
    expect(asMark(record)).toBe(record)
  })
  test.each([
    ['nothing', undefined],
    ['a text', 'mark'],
    ['no id', { ...whole, id: '' }],
    ['an article id that leads elsewhere', { ...whole, articleId: '../../settings' }],
    ['no quote', { ...whole, quote: '' }],
    ['a colour that objects have by birth', { ...whole, colour: 'constructor' }],
    ['a start that is no number', { ...whole, start: Number.NaN }],
    ['a note that is no text', { ...whole, note: {} }],
  ])('%s', (_, record) => {
    expect(asMark(record)).toBeNull()
  })
})
