import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endTakeOver, handOver, isTakenOver, takeOver } from './hand-over.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the next article takes the voice over, once', () => {
  handOver('b')
  expect(takeOver('b')).toBe(true)
  expect(isTakenOver('b')).toBe(true)
  endTakeOver()
  expect([isTakenOver('b'), takeOver('b')]).toEqual([false, false])
})

test('another article does not, and then nobody does', () => {
  handOver('b')
  expect(takeOver('c')).toBe(false)
  expect([takeOver('b'), isTakenOver('b')]).toEqual([false, false])
})

test('who opens the article much later came by another way', () => {
  handOver('b')
  vi.advanceTimersByTime(31_000)
  expect(takeOver('b')).toBe(false)
})
