import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Place } from './place.ts'
import { isSealed, seal, unseal } from './sealed.ts'
import { type Device, newDevice } from './test-device.ts'
import { mark, saved, visit } from './test-records.ts'

/** A file that all devices share. */
function sharedFile() {
  let content: Blob | null = null
  let mark = 0
  const file = {
    writes: 0,
    /** Is called between reading and writing, as if another device was quicker. */
    meanwhile: async () => {},
    async read() {
      const read = { content, mark: `${mark}` }
      const meanwhile = file.meanwhile
      file.meanwhile = async () => {}
      await meanwhile()
      return read
    },
    async write(next: Blob, asRead: string | null) {
      if (asRead !== `${mark}`) return false
      content = next
      mark++
      file.writes++
      return true
    },
  }
  return file satisfies Place
}

let a: Device
let b: Device
let file: ReturnType<typeof sharedFile>

const sync = (device: Device) => {
  device.use()
  return device.syncWith(file)
}

beforeEach(async () => {
  a = await newDevice()
  b = await newDevice()
  file = sharedFile()
})
afterEach(() => vi.unstubAllGlobals())

test('two devices that were offline have all of both, and then nothing is written any more', async () => {
  await a.addVisits([visit('1')])
  await a.addSaved([saved('a', ['x'])])
  await b.addVisits([visit('2')])
  await b.addMarks([mark('m')])
  a.use()
  a.keepChoices({ theme: 'dark' })
  await sync(a)
  await sync(b)
  await sync(a)
  const all = await a.all()
  expect(all.visits.map(({ id }: { id: string }) => id)).toEqual(['1', '2'])
  expect(all.settings).toEqual({ theme: 'dark' })
  expect(await b.all()).toEqual(all)
  const { writes } = file
  expect(await sync(a)).toEqual({ came: 0, isSent: false })
  expect(await sync(b)).toEqual({ came: 0, isSent: false })
  expect(file.writes).toBe(writes)
})

test('a note that both wrote keeps both texts; labels that either gave are there', async () => {
  await a.addMarks([mark('m')])
  await a.addSaved([saved('a')])
  await sync(a)
  await sync(b)
  await a.updateMark('m', { note: 'from a' })
  await b.updateMark('m', { note: 'from b', colour: 'pink' })
  await a.changeLabels(['a'.repeat(16)], () => ['x'])
  await b.changeLabels(['a'.repeat(16)], () => ['y'])
  for (const device of [a, b, a]) await sync(device)
  const { marks, saved: articles } = await a.all()
  expect(marks[0].note.split('\n\n').sort()).toEqual(['from a', 'from b'])
  expect(marks[0].colour).toBe('pink')
  expect(articles[0].labels.sort()).toEqual(['x', 'y'])
  expect(await b.all()).toEqual(await a.all())
})

test('history that is cleared on one device is cleared on the other, but for what was read there meanwhile', async () => {
  await a.addVisits([visit('1'), visit('2'), visit('3')])
  await sync(a)
  await sync(b)
  await a.clearHistory()
  await b.addVisits([visit('4')])
  await b.updateVisit(visit('3', { progress: 0.9 }))
  await sync(a)
  await sync(b)
  await sync(a)
  expect((await a.all()).visits).toEqual([visit('3', { progress: 0.9 }), visit('4')])
  expect(await b.all()).toEqual(await a.all())
})

test('what is undone on one device comes back on the other', async () => {
  await a.addVisits([visit('1')])
  await sync(a)
  await sync(b)
  const visits = await a.clearHistory()
  await sync(a)
  await sync(b)
  expect((await b.all()).visits).toEqual([])
  await a.addVisits(visits)
  await sync(a)
  await sync(b)
  expect((await b.all()).visits).toEqual([visit('1')])
})

test('a device that writes between the reading and writing of another loses nothing and makes it lose nothing', async () => {
  await a.addVisits([visit('1')])
  await b.addVisits([visit('2')])
  file.meanwhile = async () => void (await b.syncWith(file))
  await sync(a)
  await sync(b)
  expect((await b.all()).visits).toHaveLength(2)
  expect(await a.all()).toEqual(await b.all())
})

test('a file that is none of ours is left alone', async () => {
  await a.addVisits([visit('1')])
  await file.write(new Blob(['{"my":"thesis"}']), '0')
  await expect(sync(a)).rejects.toThrow(/something else/)
  expect(file.writes).toBe(1)
  expect(await (await file.read()).content!.text()).toBe('{"my":"thesis"}')
})

test('settings that storage lost are not taken for reset; those that were reset are reset on both', async () => {
  a.use()
  a.keepChoices({ theme: 'dark', size: '2' })
  await sync(a)
  await sync(b)
  a.kept.clear()
  a.kept.set('shiye.settings', '{"hinted":"on"}') // the app goes on by itself
  await sync(a)
  await sync(b)
  for (const each of [a, b])
    expect((await each.all()).settings).toEqual({ theme: 'dark', size: '2', hinted: 'on' })
  b.use()
  b.keepChoices({ size: undefined })
  await sync(b)
  await sync(a)
  expect((await a.all()).settings).not.toHaveProperty('size')
})

describe('an encrypted file', () => {
  const content = new Blob(['{"渡口": 1}'])
  // Fewer rounds than readers get: the tests open many.
  const sealed = () => seal(content, 'correct horse', 1000)

  test('opens with its passphrase, and holds nothing that can be read without', async () => {
    const file = await sealed()
    expect(await isSealed(file)).toBe(true)
    expect(await isSealed(content)).toBe(false)
    expect(await file.text()).not.toContain('渡口')
    expect(await (await unseal(file, 'correct horse')).text()).toBe('{"渡口": 1}')
  })

  test('takes 600,000 rounds to try a passphrase', async () => {
    const head = new DataView(await (await seal(content, 'x')).arrayBuffer())
    expect(head.getUint32(6)).toBeGreaterThanOrEqual(600_000)
  })

  test('says so plainly if the passphrase is wrong, and if any of its bytes changed or is missing', async () => {
    const bytes = new Uint8Array(await (await sealed()).arrayBuffer())
    await expect(unseal(new Blob([bytes]), 'Correct horse')).rejects.toThrow(/passphrase is wrong/)
    for (let at = 0; at < bytes.length; at++) {
      if (at === 6 || at === 7) continue // rounds by the million
      const damaged = bytes.slice()
      damaged[at]! ^= 1
      await expect(unseal(new Blob([damaged]), 'correct horse')).rejects.toMatchObject({ name: 'Unreadable' })
    }
    for (const length of [0, 6, 20, 38, 40, bytes.length - 1])
      await expect(unseal(new Blob([bytes.slice(0, length)]), 'correct horse')).rejects.toMatchObject({
        name: 'Unreadable',
      })
  })

  test('cannot keep a device busy for minutes', async () => {
    const bytes = new Uint8Array(await (await sealed()).arrayBuffer())
    new DataView(bytes.buffer).setUint32(6, 4_000_000_000)
    await expect(unseal(new Blob([bytes]), 'correct horse')).rejects.toThrow()
  })
})
