import { beforeEach, expect, test, vi } from 'vitest'

let beginningAfter: typeof import('./clock.ts').beginningAfter
let horizon: typeof import('./clock.ts').horizon

/** Each test is a tab of its own. */
beforeEach(async () => {
  vi.resetModules()
  ;({ beginningAfter, horizon } = await import('./clock.ts'))
})

const now = Date.UTC(2026, 10, 26)
const newestOf = (visits: number[], at: number) => {
  const near = visits.filter(visit => visit <= horizon(at))
  return near.length > 0 ? Math.max(...near) : null
}

test.each([
  ['starts from 1970', 0],
  ['is set back a year, to before this was written', Date.UTC(2025, 10, 26)],
  ['is set back a day', now - 24 * 3600 * 1000],
  ['is set back a moment', now - 1],
  ['stands still', now],
])('a clock that %s puts what is read now after what was read before', (_, wrong) => {
  expect(beginningAfter(wrong, newestOf([now - 5000, now], wrong))).toBe(now + 1)
})

test('the clock is right where nothing speaks against it', () => {
  expect(beginningAfter(now - 5, null)).toBe(now - 5)
  expect(beginningAfter(now, newestOf([now - 1], now))).toBe(now)
})

test('a clock that is set back a year while a tab is open changes no order there', () => {
  const later = Date.UTC(2028, 0)
  expect(beginningAfter(later, null)).toBe(later)
  const back = Date.UTC(2027, 0)
  expect(beginningAfter(back, newestOf([later], back))).toBe(later + 1)
})

test.each([Date.UTC(2026, 11, 26), Date.UTC(2038, 0, 20), Date.UTC(2100, 0)])(
  'a clock that ran ahead to %i does not lead the next',
  far => {
    expect(beginningAfter(now, newestOf([now - 1, far], now))).toBe(now)
  },
)
