import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Device, newDevice } from '../sync/test-device.ts'
import { attacks, mark, saved, visit } from '../sync/test-records.ts'
import type { Way } from './plan.ts'

let device: Device

beforeEach(async () => {
  device = await newDevice()
})
afterEach(() => vi.unstubAllGlobals())

/** A reader with something of every kind. */
async function fill({ addVisits, addMarks, addSaved, markRead, addMutes, keepChoices }: Device) {
  await addVisits([visit('1'), visit('2', { category: ['a', 'b'], minutes: 3, gained: 0.2 })])
  await addMarks([
    mark('m', { note: '一行\n两行' }),
    ...attacks.map((note, at) => mark(`${at}`, { note, title: note })),
  ])
  await addSaved([saved('a', ['x', '__proto__']), saved('b')])
  await markRead(['c'.repeat(16)], true)
  await addMutes([{ id: 'r', kind: 'word', text: attacks[0]!, createdAt: 1 }])
  keepChoices({ theme: 'dark', size: '1.5' })
}

async function restore({ readBackup, makePlan, applyPlan }: Device, file: Blob, way: Way) {
  const plan = await makePlan((await readBackup(file)).entries, way)
  await applyPlan(plan)
  return plan
}

test('a backup brings all back: to an empty device, and after everything was deleted', async () => {
  await fill(device)
  const before = await device.all()
  const file = await device.writeBackup()
  for (const way of ['add', 'replace', 'sync'] as const) {
    const other = await newDevice()
    await restore(other, file, way)
    expect(await other.all()).toEqual(before)
  }
  device.use()
  await device.clearHistory()
  await device.deleteMarks(before.marks)
  await device.removeSaved(['a'.repeat(16), 'b'.repeat(16)])
  await device.restoreReadMarks(new Map([['c'.repeat(16), null]]))
  await device.deleteMutes(['r'])
  device.keepChoices({ theme: undefined, size: undefined })
  await restore(device, file, 'add')
  expect(await device.all()).toEqual(before)
})

test.each(['add', 'replace', 'sync'] as const)('%s: what is damaged here is mended by a file', async way => {
  await fill(device)
  const before = await device.all()
  const file = await device.writeBackup()
  // Larger than what is whole, and of types that nobody expects.
  const { database } = device
  for (const store of ['visits', 'marks', 'saved'] as const)
    for (const record of before[store])
      await database.put(store, {
        ...record,
        labels: 7,
        articleId: record.articleId,
        title: 7,
        zzz: 'z'.repeat(999),
      })
  await restore(device, file, way)
  expect(await device.all()).toEqual(before)
})

test('the same data makes the same file, an entry on each line', async () => {
  await fill(device)
  const file = await (await device.writeBackup()).text()
  const other = await newDevice()
  await restore(other, new Blob([file]), 'sync')
  const withoutTime = (text: string) => text.replace(/"madeAt":.*/, '')
  expect(withoutTime(await (await other.writeBackup()).text())).toBe(withoutTime(file))
  expect(file.split('\n').filter(line => line.startsWith('  {'))).toHaveLength(
    2 + 1 + attacks.length + 2 + 1 + 1 + 2,
  )
  expect(JSON.parse(file)).toMatchObject({ format: 'shiye-backup', version: 1 })
})

test('what will change is told before, and looking changes nothing', async () => {
  await device.addVisits([visit('same'), visit('old', { progress: 0.1 })])
  const file = await device.writeBackup()
  await device.deleteVisits([visit('same')])
  await device.addVisits([visit('same'), visit('new')])
  await device.updateVisit(visit('old', { progress: 0.9 }))
  const before = await device.all()
  const { entries } = await device.readBackup(file)
  expect((await device.makePlan(entries, 'add')).counts.visits).toEqual({
    added: 0,
    changed: 0,
    deleted: 0,
    same: 2,
  })
  expect((await device.makePlan(entries, 'replace')).counts.visits).toEqual({
    added: 0,
    changed: 1,
    deleted: 1,
    same: 1,
  })
  expect(await device.all()).toEqual(before)
})

test('replacing makes all as the file has it, and undoing makes it as it was', async () => {
  await fill(device)
  const file = await device.writeBackup()
  const there = await device.all()
  const other = await newDevice()
  await other.addVisits([visit('1', { progress: 0.9 }), visit('9')])
  await other.addMarks([mark('z')])
  other.keepChoices({ theme: 'sepia', font: 'kai' })
  const before = await other.all()
  const plan = await restore(other, file, 'replace')
  expect(await other.all()).toEqual(there)
  await other.undoPlan(plan)
  expect(await other.all()).toEqual(before)
})

test('merging adds and deletes nothing, and can be undone', async () => {
  await fill(device)
  const file = await device.writeBackup()
  const other = await newDevice()
  await other.addVisits([visit('1', { progress: 0.9 }), visit('9')])
  const before = await other.all()
  const plan = await restore(other, file, 'add')
  expect((await other.all()).visits).toEqual([
    visit('1', { progress: 0.9 }),
    visit('2', { category: ['a', 'b'], minutes: 3, gained: 0.2 }),
    visit('9'),
  ])
  expect(plan.counts.visits).toEqual({ added: 1, changed: 0, deleted: 0, same: 1 })
  await other.undoPlan(plan)
  expect(await other.all()).toEqual(before)
})

test('storage that refuses in the middle leaves all as it was', async () => {
  await fill(device)
  const file = await device.writeBackup()
  const other = await newDevice()
  await other.addVisits([visit('9')])
  const before = await other.all()
  const plan = await other.makePlan((await other.readBackup(file)).entries, 'replace')
  const put = IDBObjectStore.prototype.put
  let calls = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (++calls === 7) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, args)
  })
  await expect(other.applyPlan(plan)).rejects.toThrow()
  vi.restoreAllMocks()
  expect(await other.all()).toEqual(before)
})

describe('settings that a file brings', () => {
  /** What happens in a device that takes in a file with settings, once it keeps them in `localStorage`. */
  async function takeIn(onKept: (transaction: IDBTransaction) => void) {
    await fill(device)
    const file = await device.writeBackup()
    const other = await newDevice()
    other.keepChoices({ theme: 'light' })
    const plan = await other.makePlan((await other.readBackup(file)).entries, 'replace')
    let transaction: IDBTransaction
    const { put } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      transaction = this.transaction
      return put.apply(this, args)
    })
    const { setItem } = localStorage
    localStorage.setItem = (key, value) => {
      localStorage.setItem = setItem
      setItem(key, value)
      onKept(transaction)
    }
    return { other, applied: other.applyPlan(plan) }
  }
  afterEach(() => vi.restoreAllMocks())

  test('are there before the rest is certain, so that a tab that ends does not take them back', async () => {
    const order: string[] = []
    const { other, applied } = await takeIn(transaction => {
      order.push('kept')
      transaction.addEventListener('complete', () => order.push('complete'))
    })
    await applied
    expect(order).toEqual(['kept', 'complete'])
    expect((await other.all()).settings).toEqual({ theme: 'dark', size: '1.5' })
  })

  test('are gone again if the rest could not be kept', async () => {
    const { other, applied } = await takeIn(transaction => transaction.abort())
    await expect(applied).rejects.toThrow()
    const { marks, settings } = await other.all()
    expect([marks, settings]).toEqual([[], { theme: 'light' }])
  })
})

describe('what is no backup is refused, with place and reason', () => {
  const line = (text: string) => text.split('\n').findIndex(each => each.includes('"id":"2"')) + 1

  test.each<[string, BlobPart, RegExp]>([
    ['nothing', '', /empty/],
    ['a web page', '<!doctype html><title>404</title>', /web page/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not a text file/],
    ['other JSON', '{"name":"x"}', /something else/],
    ['a list', '[1,2]', /something else/],
    ['null', 'null', /something else/],
    ['text', 'hello\nworld', /Line \{line\}/],
    ['no version', '{"format":"shiye-backup"}', /damaged/],
    ['a version as text', '{"format":"shiye-backup","version":"1"}', /damaged/],
    ['version 0', '{"format":"shiye-backup","version":0}', /damaged/],
    ['a newer format', '{"format":"shiye-backup","version":2}', /newer version/],
    ['a lack', '{"format":"shiye-backup","version":1,"visits":[]}', /lacks/],
    ['50 MB of spaces', ' '.repeat(50_000_000), /empty/],
    ['nothing but brackets', '['.repeat(50_000), /not whole|Line/],
  ])('%s', async (_, content, reason) => {
    await expect(device.readBackup(new Blob([content]))).rejects.toThrow(reason)
  })

  test('one that breaks off says where', async () => {
    await fill(device)
    const text = await (await device.writeBackup()).text()
    const cut = text.slice(0, text.indexOf('"id":"2"') + 30)
    await expect(device.readBackup(new Blob([cut]))).rejects.toMatchObject({
      words: { en: expect.stringMatching(/breaks off/), line: line(text) },
    })
  })

  test.each<[string, (text: string) => string, RegExp]>([
    ['a comma too many', text => text.replace(',\n  {"id":"2"', ',\n ,{"id":"2"'), /character/],
    ['a record with a number as text', text => text.replace(/("id":"2".*"seconds":)10/, '$1"10"'), /record/],
    ['a time that has no date', text => text.replace(/("id":"2".*"startedAt":)\d+/, '$11e300'), /record/],
    ['a stamp of no time', text => text.replace(/("id":"2".*?"at":")[^"]+/, '$1yesterday'), /stamps/],
    ['an id that is another', text => text.replace('{"id":"2","v', '{"id":"3","v'), /record/],
    [
      'no versions',
      text => text.replace(/"id":"2","versions":\[.*\]\}/, '"id":"2","versions":[]}'),
      /versions/,
    ],
  ])('%s', async (_, damage, reason) => {
    await fill(device)
    const text = await (await device.writeBackup()).text()
    const before = await device.all()
    const error = await device.readBackup(new Blob([damage(text)])).catch(error => error)
    const { words } = error
    expect(`${words.en} ${words.fault?.en ?? ''}`).toMatch(reason)
    expect(words.line).toBe(line(text))
    expect(await device.all()).toEqual(before)
  })

  test('whatever is done to a file, it is read or refused with a reason', async () => {
    await fill(device)
    const bytes = new Uint8Array(await (await device.writeBackup()).arrayBuffer())
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.uint8Array({ maxLength: 4 }),
        fc.nat(20),
        async (at, patch, gone) => {
          const file = new Blob([bytes.slice(0, at), patch, bytes.slice(at + gone)])
          const error = await device.readBackup(file).then(
            () => null,
            error => error,
          )
          if (error) expect(error).toMatchObject({ name: 'Unreadable' })
        },
      ),
      { numRuns: 200 },
    )
  })
})
