import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Setting, settingNames, settings } from './settings.ts'

const KEY = 'shiye.settings'
let kept: Map<string, string>
let dataset: Record<string, string>
let style: Map<string, string>

beforeEach(() => {
  kept = new Map()
  dataset = {}
  style = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  vi.stubGlobal('document', {
    documentElement: {
      dataset,
      style: {
        setProperty: (name: string, value: string) => style.set(name, value),
        removeProperty: (name: string) => style.delete(name),
      },
    },
  })
  vi.stubGlobal('addEventListener', vi.fn())
  vi.stubGlobal('removeEventListener', vi.fn())
})
afterEach(() => vi.unstubAllGlobals())

/** The store as a page that has just been opened has it. */
async function openStore() {
  vi.resetModules()
  return { ...(await import('./setting-store.ts')), ...(await import('./settings.ts')) }
}

const defaults = Object.fromEntries(settingNames.map(name => [name, settings[name].default]))
async function choices() {
  const { getSetting } = await openStore()
  return Object.fromEntries(settingNames.map(name => [name, getSetting(name)]))
}

test.each(settingNames)('the default of %s can be chosen', name => {
  const setting: Setting = settings[name]
  if ('choices' in setting) expect(Object.keys(setting.choices)).toContain(setting.default)
  else {
    const steps = (Number(setting.default) - setting.min) / setting.step
    expect(steps).toBeCloseTo(Math.round(steps))
    expect(Number(setting.default)).toBeLessThanOrEqual(setting.max)
  }
})

describe('whatever storage holds, every setting has a choice', () => {
  test.each([
    ['nothing', null, {}],
    ['broken JSON', '{"theme":', {}],
    ['null', 'null', {}],
    ['a text', '"dark"', {}],
    ['a list', '["dark"]', {}],
    ['an unknown choice', '{"theme":"sunset","font":"kai"}', { font: 'kai' }],
    ['a number', '{"size":"1.5","leading":"2"}', { size: '1.5', leading: '2' }],
    ['a number out of range', '{"size":"40","leading":"-1","gap":"NaN","width":"calc(1)"}', {}],
    ['a name that no attribute can have', '{"a-b":"c","":"d","theme":"dark"}', { theme: 'dark' }],
    ['a choice that objects have by birth', '{"theme":"constructor","size":"__proto__"}', {}],
    ['a choice that is no text', '{"theme":{"a":1},"size":7,"history":["off"]}', {}],
    ['a setting of another version', '{"margin":"wide","theme":"dark"}', { theme: 'dark' }],
  ])('%s', async (_, json, chosen) => {
    if (json !== null) kept.set(KEY, json)
    const all = await choices()
    for (const name of settingNames) expect(typeof all[name]).toBe('string')
    expect(all).toEqual({ ...defaults, ...chosen })
  })
})

test('storage that refuses to be read means the defaults', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  expect(await choices()).toEqual(defaults)
})

test('a choice holds at once, stands on the document, and is there after a reload', async () => {
  const store = await openStore()
  store.chooseSetting('theme', 'dark')
  expect(store.getSetting('theme')).toBe('dark')
  expect(dataset.theme).toBe('dark')
  expect(await choices()).toEqual({ ...defaults, theme: 'dark' })
})

test('a choice holds until the tab is closed where storage is full', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  const store = await openStore()
  const listener = vi.fn()
  store.subscribeSettings(listener)
  store.chooseSetting('size', '2')
  expect(store.getSetting('size')).toBe('2')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('what storage did not take is kept with the next choice, beside what others chose', async () => {
  const store = await openStore()
  const { setItem } = localStorage
  localStorage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  store.chooseSetting('size', '2')
  kept.set(KEY, '{"font":"kai"}') // another tab; this one was laid aside, and heard of nothing
  localStorage.setItem = setItem
  store.chooseSetting('theme', 'dark')
  expect(await choices()).toEqual({ ...defaults, size: '2', font: 'kai', theme: 'dark' })
})

test('a page that Back brings shows what others chose meanwhile', async () => {
  const store = await openStore()
  store.subscribeSettings(vi.fn())
  const [, onShow] = vi.mocked(addEventListener).mock.calls.find(([type]) => type === 'pageshow')!
  const show = onShow as (event: Partial<PageTransitionEvent>) => void
  expect(store.getSetting('theme')).toBe('system')
  kept.set(KEY, '{"theme":"dark"}')
  show({ persisted: false })
  expect(store.getSetting('theme')).toBe('system')
  show({ persisted: true })
  expect([store.getSetting('theme'), dataset.theme]).toEqual(['dark', 'dark'])
})

test('a number is a property of the document, and its default again once it is reset', async () => {
  const store = await openStore()
  store.chooseSetting('size', '1.5')
  expect(style.get('--size')).toBe('1.5')
  store.resetSettings(['size'])
  expect(store.getSetting('size')).toBe(settings.size.default)
  expect([style.has('--size'), 'size' in dataset]).toEqual([false, false])
  expect(await choices()).toEqual(defaults)
})

test('whoever listens is told of a change, and no longer after leaving', async () => {
  const store = await openStore()
  const listener = vi.fn()
  const leave = store.subscribeSettings(listener)
  store.chooseSetting('theme', 'dark')
  leave()
  store.chooseSetting('theme', 'light')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a change in another tab holds here too', async () => {
  const store = await openStore()
  expect(store.getSetting('theme')).toBe('system')
  const listener = vi.fn()
  store.subscribeSettings(listener)
  const [, onStorage] = vi.mocked(addEventListener).mock.calls.find(([type]) => type === 'storage')!
  kept.set(KEY, '{"theme":"dark"}')
  ;(onStorage as (event: Partial<StorageEvent>) => void)({ key: 'another' })
  expect(store.getSetting('theme')).toBe('system')
  ;(onStorage as (event: Partial<StorageEvent>) => void)({ key: KEY })
  expect(store.getSetting('theme')).toBe('dark')
  expect(dataset.theme).toBe('dark')
  expect(listener).toHaveBeenCalledTimes(1)
})
