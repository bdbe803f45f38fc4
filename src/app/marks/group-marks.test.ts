import { expect, test } from 'vitest'
import { filterMarks, firstMarks, groupByArticle } from './group-marks.ts'
import type { Mark } from './mark.ts'

const mark = (id: string, digit: string, more: Partial<Mark> = {}): Mark => ({
  id,
  articleId: digit.repeat(16),
  title: `title ${digit}`,
  quote: '渡口',
  prefix: '',
  suffix: '',
  start: 0,
  colour: 'yellow',
  note: '',
  createdAt: 0,
  updatedAt: 0,
  ...more,
})

const idsOf = (marks: Mark[]) => marks.map(({ id }) => id).join(' ')
const all = { search: '', colour: null, isNoted: false }

const marks = [
  mark('4', 'b', { colour: 'pink', note: 'Remember' }),
  mark('3', 'a', { quote: '灯火', note: '  ' }),
  mark('2', 'b', { quote: 'Harbour' }),
  mark('1', 'a', { colour: 'pink', title: '旧题目' }),
]

test.each([
  [all, '4 3 2 1'],
  [{ ...all, search: ' 灯' }, '3'],
  [{ ...all, search: 'HARBOUR' }, '2'],
  [{ ...all, search: 'remember' }, '4'],
  [{ ...all, search: '旧题' }, '1'],
  [{ ...all, search: '.*' }, ''],
  [{ ...all, colour: 'pink' as const }, '4 1'],
  [{ ...all, isNoted: true }, '4'],
  [{ search: '渡', colour: 'pink' as const, isNoted: true }, '4'],
])('%j leaves %s', (filter, left) => {
  expect(idsOf(filterMarks(marks, filter))).toBe(left)
})

test('marks stand by article, the one with the newest mark first, under its newest title', () => {
  expect(groupByArticle(marks).map(({ title, marks }) => [title, idsOf(marks)])).toEqual([
    ['title b', '4 2'],
    ['title a', '3 1'],
  ])
})

test.each([
  [1, ['4']],
  [2, ['4 2']],
  [3, ['4 2', '3']],
  [9, ['4 2', '3 1']],
])('the first %i marks are the first of the first articles', (limit, first) => {
  expect(firstMarks(groupByArticle(marks), limit).map(({ marks }) => idsOf(marks))).toEqual(first)
})
