import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberedStep, rememberStep } from './steps.ts'

const KEY = 'shiye.pictures'
let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('what worked for a host is remembered until its own address works again', () => {
  expect(rememberStep('a.example', 'proxy')).toBe(true)
  expect(rememberStep('a.example', 'proxy')).toBe(false)
  expect(rememberStep('b.example', 'own')).toBe(false)
  expect(rememberedStep('a.example')).toBe('proxy')
  expect(rememberStep('a.example', 'own')).toBe(true)
  expect(rememberedStep('a.example')).toBeUndefined()
  expect(kept.has(KEY)).toBe(false)
})

test('sixty hosts are remembered, the latest', () => {
  for (let host = 0; host < 100; host++) rememberStep(`h${host}.example`, 'rule')
  expect(rememberedStep('h99.example')).toBe('rule')
  expect(rememberedStep('h40.example')).toBe('rule')
  expect(rememberedStep('h39.example')).toBeUndefined()
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '"proxy"',
  '{"a.example":"own"}',
  '{"a.example":"x"}',
  '{"a.example":{}}',
  `{"${'a'.repeat(300)}":"rule"}`,
])('%s in storage is nothing to go by, and is written over', text => {
  kept.set(KEY, text)
  expect(rememberedStep('a.example')).toBeUndefined()
  expect(rememberStep('b.example', 'seed')).toBe(true)
  expect(kept.get(KEY)).toBe('{"b.example":"seed"}')
})

test('a host by the name of a prototype is a host', () => {
  expect(rememberedStep('constructor')).toBeUndefined()
  rememberStep('__proto__', 'rule')
  expect(rememberedStep('__proto__')).toBe('rule')
  expect(rememberedStep('a.example')).toBeUndefined()
})

test('where storage is refused nothing is remembered, and nothing breaks', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(() => rememberStep('a.example', 'proxy')).not.toThrow()
  expect(rememberedStep('a.example')).toBeUndefined()
})
