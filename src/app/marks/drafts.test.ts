import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftIn, draftOf, dropDraft, keepDraft } from './drafts.ts'
import type { Mark } from './mark.ts'

const mark = (id: string, note: string, digit = 'a'): Mark => ({
  id,
  articleId: digit.repeat(16),
  title: '标题',
  quote: '渡口',
  prefix: '',
  suffix: '',
  start: 0,
  colour: 'yellow',
  note,
  createdAt: 1,
  updatedAt: 1,
})

const draft = (...words: Parameters<typeof mark>) => ({ mark: mark(...words), upon: '' })

/** As a browser's, whose keys are its own properties. */
class Storage {
  setItem(key: string, value: string) {
    Object.assign(this, { [key]: value })
  }
  getItem(key: string) {
    return Reflect.get(this, key) ?? null
  }
  removeItem(key: string) {
    Reflect.deleteProperty(this, key)
  }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', new Storage())
  vi.useFakeTimers({ now: 1000 })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a draft is there until it is dropped, and the last written is the one to go on with', () => {
  keepDraft(draft('1', '第一'))
  vi.advanceTimersByTime(10)
  keepDraft(draft('2', '第二'))
  vi.advanceTimersByTime(10)
  keepDraft(draft('1', '第一，又写'))
  keepDraft(draft('3', '别处', 'b'))
  expect(draftOf('1')?.mark.note).toBe('第一，又写')
  expect(draftIn('a'.repeat(16))?.mark.id).toBe('1')
  dropDraft('1')
  expect(draftOf('1')).toBeNull()
  expect(draftIn('a'.repeat(16))?.mark.id).toBe('2')
})

test('a tab drops what it wrote, and not what another tab writes of the same note', () => {
  keepDraft(draft('1', '这里写的'))
  keepDraft(draft('1', '那里写的'))
  dropDraft('1', mark('1', '这里写的'))
  expect(draftOf('1')?.mark.note).toBe('那里写的')
  dropDraft('1', mark('1', '那里写的'))
  expect(draftOf('1')).toBeNull()
})

test.each(['', '{', 'null', '{"id":"1"}', '[]'])('what is no draft is none: %s', kept => {
  keepDraft(draft('2', '好'))
  localStorage.setItem('shiye.draft.1', kept)
  expect(draftOf('1')).toBeNull()
  expect(draftIn('a'.repeat(16))?.mark.id).toBe('2')
})

test('storage that is refused is no fault', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError')
  }
  vi.stubGlobal('localStorage', new Proxy({}, { get: refuse, ownKeys: refuse }))
  keepDraft(draft('1', '好'))
  dropDraft('1')
  expect([draftOf('1'), draftIn('a'.repeat(16))]).toEqual([null, null])
})
