import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterOf, type HistoryChoice, paramsOf, readChoice } from './history-choice.ts'
import { everyVisit } from './visit-filter.ts'

const now = new Date(2026, 10, 25, 14, 30).getTime()
const at = (month: number, day: number) => new Date(2026, month - 1, day).getTime()
const read = (address: string) => filterOf(readChoice(new URLSearchParams(address)), now)

test.each([
  ['', {}],
  ['q=渡口&state=finished', { search: '渡口', state: 'finished' }],
  ['source=ZAKER', { source: 'ZAKER' }],
  ['period=today', { from: at(11, 25) }],
  ['period=7d', { from: at(11, 19) }],
  ['period=30d', { from: at(10, 27) }],
  ['period=range&from=2026-11-01&to=2026-11-03', { from: at(11, 1), until: at(11, 4) }],
  ['period=range&from=2026-11-01', { from: at(11, 1) }],
  ['period=range&to=2026-12-31', { until: new Date(2027, 0, 1).getTime() }],
  ['from=2026-11-01', {}],
  ['state=both&period=ever&source=', {}],
  ['period=range&from=tomorrow&to=11/3', {}],
])('the address "%s" asks for %o', (address, filter) => {
  expect(read(address)).toEqual({ ...everyVisit, ...filter })
})

test('a choice comes back from its address', () => {
  const day = fc.constantFrom('', '2026-02-28', '2024-02-29')
  const choice: fc.Arbitrary<HistoryChoice> = fc.record({
    search: fc.string(),
    state: fc.constantFrom(null, 'finished' as const, 'unfinished' as const),
    source: fc.option(fc.string({ minLength: 1 })),
    period: fc.constant('range' as const),
    from: day,
    to: day,
  })
  fc.assert(
    fc.property(choice, choice => {
      expect(readChoice(new URLSearchParams(paramsOf(choice)))).toEqual(choice)
    }),
  )
})

test('whatever an address says, no filter has a broken time', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('q', 'state', 'period', 'from', 'to'), fc.string()), params => {
      const { from, until } = read(new URLSearchParams(params).toString())
      expect([from, until].every(time => time === null || Number.isFinite(time))).toBe(true)
    }),
  )
})
