import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAsked, type ListFilter, noFilter, readFilter, type Sort, writeFilter } from './list-filter.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

const anyFilter: fc.Arbitrary<ListFilter> = fc.record({
  isUnread: fc.boolean(),
  isSaved: fc.boolean(),
  hasPicture: fc.boolean(),
  length: fc.constantFrom('long' as const, 'short' as const, null),
  source: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  from: fc.option(day),
  to: fc.option(day),
  sort: fc.constantFrom<Sort[]>('newest', 'oldest', 'longest', 'shortest'),
})

test('a filter is the same after its way through an address', () => {
  fc.assert(
    fc.property(anyFilter, filter => {
      const { search } = new URL(`https://e.org/c/${writeFilter(filter)}`)
      expect(readFilter(search)).toEqual(filter)
    }),
  )
})

test('an address says no more than it must', () => {
  expect(writeFilter(noFilter)).toBe('')
  const filter = {
    ...noFilter,
    isUnread: true,
    hasPicture: true,
    source: '晚报 & 早报',
    sort: 'oldest' as const,
  }
  expect(writeFilter(filter)).toBe(`?unread&pictures&source=${encodeURIComponent('晚报 & 早报')}&sort=oldest`)
  expect(countAsked(filter)).toBe(3)
})

test.each(['?utm_source=x', '?from=yesterday&to=2026-02-31x', '?sort=random', '?source=', '?layout=compact'])(
  'of %s nothing is asked',
  search => {
    expect(readFilter(search)).toEqual(noFilter)
  },
)

test('an address may be of any making', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readFilter(`?${text}`)))
})
