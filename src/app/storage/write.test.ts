import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Visit } from '../history/visit.ts'
import type { MuteRule } from '../mute/mute-rule.ts'
import { onChange } from './changes.ts'
import { deviceIn, openDatabase } from './database.ts'
import { versionsIn } from './log.ts'
import type { StoredKind } from './rules.ts'
import { deviceOf, timeOf } from './versions.ts'
import { changeRecords, clearRecords, deleteRecords, putAtOnce, putRecords } from './write.ts'

const visit = (id: string, startedAt = 5): Visit => ({
  id,
  articleId: 'a'.repeat(16),
  title: '渡口',
  author: '',
  startedAt,
  seconds: 1,
  progress: 0.5,
  place: { block: 0, offset: 0 },
})
const rule = (id: string): MuteRule => ({ id, kind: 'word', text: id, createdAt: 1 })

/** The versions of a record, as merging finds them. */
async function versions(store: StoredKind, id: string) {
  const database = await openDatabase()
  const [entry, record] = await Promise.all([database.get('log', [store, id]), database.get(store, id)])
  return versionsIn(store, entry, record, await deviceIn(database))
}

beforeEach(async () => {
  const database = await openDatabase()
  for (const store of ['visits', 'mutes', 'log'] as const) await database.clear(store)
})

test('whoever writes a record writes the log: putting, changing, deleting, clearing, while the page goes away', async () => {
  await putRecords('visits', [visit('1'), visit('2'), visit('3')])
  await putAtOnce('visits', visit('4'))
  await changeRecords('visits', ['1'], kept => ({ ...(kept as Visit), seconds: 9 }))
  expect(await versions('visits', '1')).toMatchObject([{ record: { seconds: 9 } }])
  expect(await versions('visits', '4')).toMatchObject([{ record: visit('4') }])
  await deleteRecords('visits', ['2'])
  expect(await versions('visits', '2')).toMatchObject([{ record: null }])
  await clearRecords('visits')
  for (const id of ['1', '3', '4']) expect(await versions('visits', id)).toMatchObject([{ record: null }])
  await putRecords('visits', [visit('1')])
  expect(await versions('visits', '1')).toMatchObject([{ record: visit('1') }])
})

test('a later write has a later stamp, of this device, even if the clock was set back by years', async () => {
  await putRecords('mutes', [rule('1')])
  const [before] = await versions('mutes', '1')
  vi.spyOn(Date, 'now').mockReturnValue(1000)
  await putRecords('mutes', [{ ...rule('1'), text: 'x' }])
  vi.restoreAllMocks()
  const [after] = await versions('mutes', '1')
  expect(after!.at > before!.at).toBe(true)
  expect(deviceOf(after!.at)).toBe(await deviceIn(await openDatabase()))
})

test('a record from before there was a log has a version of the time it was written', async () => {
  await (await openDatabase()).put('visits', visit('1', 1234))
  const [version, ...others] = await versions('visits', '1')
  expect([timeOf(version!.at), version!.record, others]).toEqual([1234, visit('1', 1234), []])
})

test('what is lost with its store was not deleted', async () => {
  await putRecords('visits', [visit('1')])
  await (await openDatabase()).clear('visits')
  expect(await versions('visits', '1')).toEqual([])
})

test('a change that fails on the way changes nothing, neither records nor log', async () => {
  await putRecords('mutes', [rule('1')])
  const log = await (await openDatabase()).getAll('log')
  const change = changeRecords('mutes', ['1', '2', '3'], (_, id) => {
    if (id === '3') throw new Error('no')
    return rule(`${id}`)
  })
  await expect(change).rejects.toThrow('no')
  await expect(putRecords('mutes', [rule('5'), { ...rule('6'), text: (() => 1) as never }])).rejects.toThrow()
  const database = await openDatabase()
  expect(await database.getAll('mutes')).toEqual([rule('1')])
  expect(await database.getAll('log')).toEqual(log)
})

test('whoever listens is told what kind changed, and not when nothing did', async () => {
  const told: string[][] = []
  const end = onChange(kinds => told.push(kinds))
  await putRecords('mutes', [rule('1')])
  await changeRecords('mutes', ['1', 'none'], () => undefined)
  await deleteRecords('mutes', ['none'])
  await clearRecords('visits')
  end()
  await putRecords('mutes', [rule('2')])
  expect(told).toEqual([['mutes'], ['visits']])
})

test('a log that is damaged hinders nothing: its record counts as one from before there was a log', async () => {
  const database = await openDatabase()
  for (const versions of [undefined, 5, [null], [{ at: 'x' }], [{ at: 1, seen: 3 }]]) {
    await database.put('mutes', rule('1'))
    await database.put('log', { kind: 'mutes', id: '1', versions } as never)
    expect(await versionsOf('1')).toMatchObject([{ record: rule('1') }])
    await changeRecords('mutes', ['1'], kept => ({ ...(kept as MuteRule), text: 'y' }))
    expect(await versionsOf('1')).toMatchObject([{ record: { text: 'y' } }])
  }
})

const versionsOf = (id: string) => versions('mutes', id)
