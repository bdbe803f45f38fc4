import { afterEach, expect, test, vi } from 'vitest'
import { ownTimes } from './own-times.ts'

afterEach(() => vi.unstubAllEnvs())

test('a time is told in the zone of now, whatever zone the last one was told in', () => {
  const time = ownTimes({ dateStyle: 'medium', timeStyle: 'short' })
  const evening = Date.parse('2026-03-04T16:30:00Z')
  vi.stubEnv('TZ', 'Asia/Shanghai')
  expect(time(evening, 'zh')).toBe('2026年3月5日 00:30')
  vi.stubEnv('TZ', 'America/Los_Angeles')
  expect(time(evening, 'zh')).toBe('2026年3月4日 08:30')
  // Summer has another offset there than winter.
  expect(time(Date.parse('2026-07-04T16:30:00Z'), 'zh')).toBe('2026年7月4日 09:30')
})
