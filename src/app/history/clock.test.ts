import { expect, test } from 'vitest'
import { beginningAfter, horizon } from './clock.ts'

const now = Date.UTC(2026, 10, 26)
const newestOf = (visits: number[], at: number) => {
  const near = visits.filter(visit => visit <= horizon(at))
  return near.length > 0 ? Math.max(...near) : null
}

test.each([
  ['starts from 1970', 0],
  ['is set back a year', Date.UTC(2025, 10, 26)],
  ['is set back a moment', now - 1],
  ['stands still', now],
])('a clock that %s puts what is read now after what was read before', (_, wrong) => {
  expect(beginningAfter(wrong, newestOf([now - 5000, now], wrong))).toBe(now + 1)
})

test('the clock is right where nothing speaks against it', () => {
  expect(beginningAfter(now, null)).toBe(now)
  expect(beginningAfter(now, newestOf([now - 1], now))).toBe(now)
})

test.each([Date.UTC(2038, 0, 20), Date.UTC(2100, 0)])(
  'a clock that ran ahead to %i does not lead the next',
  far => {
    expect(beginningAfter(now, newestOf([now - 1, far], now))).toBe(now)
  },
)
