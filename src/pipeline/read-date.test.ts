import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { readDate, secondsReadAsMilliseconds } from './read-date.ts'

test.each([
  ['Sun, 11 Jul 2021 20:07:12 GMT', '2021-07-11T20:07:12Z'],
  ['11 Jul 2021 20:07:12 GMT', '2021-07-11T20:07:12Z'],
  ['Sun, 11 Jul 2021 20:07:12 +0800', '2021-07-11T12:07:12Z'],
  ['2021-08-07 02:22:05', '2021-08-06T18:22:05Z'],
  ['2021-08-07 02:22', '2021-08-06T18:22:00Z'],
  ['2021-08-07', '2021-08-06T16:00:00Z'],
  ['2021-08-07 02:22:05.987', '2021-08-06T18:22:05Z'],
  ['2021-08-07T02:22:05', '2021-08-06T18:22:05Z'],
  ['2021-08-07T02:22:05Z', '2021-08-07T02:22:05Z'],
  ['2021-08-07T02:22:05-05:00', '2021-08-07T07:22:05Z'],
  ['1998-02-03 00:00:00', '1998-02-02T16:00:00Z'],
])('in Shanghai "%s" is %s', (text, expected) => {
  expect(readDate(text, 'Asia/Shanghai')).toBe(expected)
})

test('a date without a zone belongs to the zone of the site, summer time included', () => {
  expect(readDate('2021-07-01 12:00:00', 'Europe/Berlin')).toBe('2021-07-01T10:00:00Z')
  expect(readDate('2021-12-01 12:00:00', 'Europe/Berlin')).toBe('2021-12-01T11:00:00Z')
  expect(readDate('Thu, 01 Jul 2021 12:00:00 GMT', 'Europe/Berlin')).toBe('2021-07-01T12:00:00Z')
})

test.each([
  '',
  'Invalid Date',
  'yesterday',
  '2021-02-30',
  '2021-13-01 00:00:00',
  '2021-08-07 25:00:00',
  '07/11/2021',
  'Mon, 11 Jul 2021 20:07:12 GMT',
  '0999-01-01',
  '99999-01-01',
  '20:07',
  '2021',
])('"%s" is no date', text => {
  expect(readDate(text, 'Asia/Shanghai')).toBeNull()
})

describe('any moment of four-digit years', () => {
  const moment = fc.date({
    min: new Date('1600-01-02T00:00:00Z'),
    max: new Date('9998-12-30T00:00:00Z'),
    noInvalidDate: true,
  })

  test('reads back from RFC 2822, to the second', () => {
    fc.assert(
      fc.property(moment, date => {
        const text = DateTime.fromJSDate(date, { zone: 'utc' }).toRFC2822()!
        expect(readDate(text, 'Asia/Shanghai')).toBe(`${date.toISOString().slice(0, 19)}Z`)
      }),
    )
  })

  test('reads back from its own result, whatever the zone', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York'), (date, zone) => {
        const read = readDate(date.toISOString(), zone)!
        expect(readDate(read, 'Europe/Berlin')).toBe(read)
      }),
    )
  })
})

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(readDate(text, 'Asia/Shanghai') ?? '2000-01-01T00:00:00Z').toMatch(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
      )
    }),
  )
})

test.each([
  ['1970-01-19T10:51:32Z', '2020-07-09T10:53:20Z'],
  ['1970-01-12T13:46:40Z', '2001-09-09T01:46:40Z'],
  ['1970-01-12T13:46:39Z', null],
  ['1970-01-24T03:33:20Z', '2033-05-18T03:33:20Z'],
  ['1970-01-24T03:33:21Z', null],
  ['1970-01-01T00:00:00Z', null],
  ['1969-01-19T00:00:00Z', null],
  ['2021-01-19T00:00:00Z', null],
])('%s, if seconds were taken for milliseconds, is %s', (date, meant) => {
  expect(secondsReadAsMilliseconds(date)).toBe(meant)
})

test('the two usual ways to write a date are read as Luxon reads them, in any zone', () => {
  const zone = fc.constantFrom(
    ...'Asia/Shanghai Europe/Berlin America/New_York Australia/Lord_Howe Africa/Casablanca Pacific/Apia UTC utc+8 None/Such'.split(
      ' ',
    ),
  )
  const two = (max: number) => fc.integer({ min: 0, max }).map(number => String(number).padStart(2, '0'))
  const year = fc.oneof(fc.integer({ min: 1960, max: 2040 }), fc.integer({ min: 800, max: 9999 }))
  const written = fc.tuple(
    year.map(number => String(number).padStart(4, '0')),
    two(13),
    two(32),
    two(25),
    two(60),
    two(60),
  )
  const inUtc = (date: DateTime) =>
    date.isValid && date.toUTC().year >= 1000 && date.toUTC().year <= 9999
      ? date.toUTC().startOf('second').toISO({ suppressMilliseconds: true })
      : null
  fc.assert(
    fc.property(written, zone, ([year, month, day, hour, minute, second], timeZone) => {
      const text = `${year}-${month}-${day} ${hour}:${minute}:${second}`
      expect(readDate(text, timeZone)).toBe(inUtc(DateTime.fromSQL(text, { zone: timeZone })))
    }),
    { numRuns: 3000 },
  )
  const name = (names: string) => fc.constantFrom(...names.split(' '))
  const rfc = fc.tuple(
    name('Mon Tue Wed Thu Fri Sat Sun Day'),
    two(32),
    name('Jan Feb Jul Dec Mon'),
    year,
    two(25),
    two(60),
  )
  fc.assert(
    fc.property(rfc, ([weekday, day, month, year, hour, minute]) => {
      const text = `${weekday}, ${day} ${month} ${year} ${hour}:${minute}:07 GMT`
      expect(readDate(text, 'Asia/Shanghai')).toBe(inUtc(DateTime.fromRFC2822(text)))
    }),
    { numRuns: 3000 },
  )
}, 60_000)
