import { expect, test } from 'vitest'
import type { Visit } from '../history/visit.ts'
import { speedOf } from './reading-speed.ts'

const visit = (gained: number | undefined, seconds: number, minutes: number | undefined = 10): Visit => ({
  id: 'id',
  articleId: '0123456789abcdef',
  title: '',
  author: '',
  startedAt: 0,
  seconds,
  progress: 1,
  place: { block: 0, offset: 0 },
  ...(gained !== undefined && { gained }),
  ...(minutes !== undefined && { minutes }),
})

test('who reads a ten-minute article in five reads twice as fast', () => {
  expect(speedOf([visit(1, 300), visit(0.5, 150), visit(1, 300)])).toBe(2)
})

test('the median counts: one article that was left open for an hour says little', () => {
  expect(speedOf([visit(1, 600), visit(1, 600), visit(1, 2000)])).toBe(1)
})

test.each([
  ['no visits', []],
  ['too few', [visit(1, 300), visit(1, 300)]],
  ['visits of an older version', [visit(undefined, 300), visit(1, 300), visit(1, 300)]],
  ['visits that were skimmed', [visit(1, 30), visit(1, 25), visit(1, 40)]],
  ['visits that gained nothing', [visit(0, 300), visit(0.1, 300), visit(0.05, 300)]],
])('%s: the speed that articles assume', (_, visits) => {
  expect(speedOf(visits)).toBe(1)
})
