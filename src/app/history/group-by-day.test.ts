import { expect, test } from 'vitest'
import { groupByDay } from './group-by-day.ts'
import type { Visit } from './visit.ts'

const at = (day: number, hour: number, minute = 0) => new Date(2021, 6, day, hour, minute).getTime()

const visit = (articleId: string, startedAt: number, seconds = 10): Visit => ({
  id: `${articleId}${startedAt}`,
  articleId,
  title: articleId,
  author: '',
  startedAt,
  seconds,
  progress: 0.5,
  place: { block: 0, offset: 0 },
})

test('no visits make no days', () => {
  expect(groupByDay([])).toEqual([])
})

test('a day begins at midnight where the reader is', () => {
  const days = groupByDay([visit('a', at(12, 0)), visit('b', at(11, 23, 59))])
  expect(days.map(({ day }) => day)).toEqual([at(12, 0), at(11, 0)])
})

test('the visits of one article on one day are one entry, with the time they took', () => {
  const [last, other, first] = [
    visit('a', at(12, 20), 30),
    visit('b', at(12, 15), 5),
    visit('a', at(12, 8), 60),
  ]
  expect(groupByDay([last, other, first])).toEqual([
    {
      day: at(12, 0),
      articles: [
        { last, visits: [last, first], seconds: 90 },
        { last: other, visits: [other], seconds: 5 },
      ],
    },
  ])
})

test('the same article on two days is an entry on each', () => {
  const days = groupByDay([visit('a', at(12, 8)), visit('a', at(11, 8))])
  expect(days.map(({ articles }) => articles.map(({ visits }) => visits.length))).toEqual([[1], [1]])
})
