import { describe, expect, test } from 'vitest'
import type { Visit } from '../history/visit.ts'
import { inLanguage } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import type { Bars, Grid } from './chart.ts'
import { calendarChart, hourChart, sectionChart, sourceChart, timeChart } from './charts.ts'
import { Tally } from './figures.ts'

const now = new Date(2026, 10, 25, 14, 30).getTime() // a Wednesday

const tongue = (language: Language, locale: string) => ({
  say: (words: Parameters<typeof inLanguage>[1]) => inLanguage(language, words),
  language,
  locale,
})
const zh = tongue('zh', 'zh-CN')
const en = tongue('en', 'en-US')

const visit = (time: Date, seconds: number, more: Partial<Visit> = {}): Visit => ({
  id: `${time}`,
  articleId: 'a'.repeat(16),
  title: 't',
  author: '',
  startedAt: time.getTime(),
  seconds,
  progress: 1,
  place: { block: 0, offset: 0 },
  ...more,
})

function add(...visits: Visit[]) {
  const tally = new Tally(now)
  for (const each of visits) tally.add(each)
  return tally.statistics()
}

const statistics = add(
  visit(new Date(2026, 10, 25, 9), 600, { category: ['新媒体', 'ZAKER'] }),
  visit(new Date(2026, 10, 22, 21), 90, { author: '何远' }),
  visit(new Date(2024, 0, 5, 9), 3600, { author: '何远' }),
)

describe('the calendar', () => {
  test('has each day of twelve months once, in its week', () => {
    const { cells, columns } = calendarChart(statistics, zh).drawing as Grid
    expect(cells).toHaveLength(365)
    expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(365)
    expect(columns).toHaveLength(53)
    expect(cells.at(-1)).toEqual({ column: 52, row: 2, level: 4, told: '2026年11月25日 · 10 分钟' })
    expect(cells.at(-4)).toMatchObject({ column: 51, row: 6, level: 2 })
    expect(cells.every(({ row }) => row >= 0 && row < 7)).toBe(true)
  })
  test('begins its weeks where the reader’s begin', () => {
    const { cells } = calendarChart(statistics, en).drawing as Grid
    expect(cells.at(-1)).toMatchObject({ column: 52, row: 3, told: 'Nov 25, 2026 · 10 min' })
    expect(cells.at(-4)).toMatchObject({ column: 52, row: 0 })
  })
  test('has the days that were read in its table, the last first', () => {
    expect(calendarChart(statistics, zh).table).toEqual({
      head: ['日期', '分钟'],
      rows: [
        ['2026-11-25', 10],
        ['2026-11-22', 1.5],
      ],
    })
  })
})

describe('time is told', () => {
  test('by day in a month', () => {
    const { name, drawing, table } = timeChart(statistics, '30d', en)
    expect(name).toBe('minutes-per-day')
    expect((drawing as Bars).labels.at(-1)).toBe('11/25')
    expect(table.rows).toHaveLength(30)
    expect(table.rows.slice(-4)).toEqual([
      ['2026-11-22', 1.5],
      ['2026-11-23', 0],
      ['2026-11-24', 0],
      ['2026-11-25', 10],
    ])
  })
  test('by week in a year, as weeks are where the reader is', () => {
    const last = (where: typeof zh) => timeChart(statistics, '12m', where).table.rows.slice(-2)
    expect(last(zh)).toEqual([
      ['2026-11-16', 1.5],
      ['2026-11-23', 10],
    ])
    expect(last(en)).toEqual([
      ['2026-11-15', 0],
      ['2026-11-22', 11.5],
    ])
  })
  test('by month in a few years', () => {
    const { title, table } = timeChart(statistics, 'all', zh)
    expect(title).toBe('每月阅读的分钟')
    expect(table.rows).toHaveLength(35)
    expect([table.rows[0], table.rows[1], table.rows.at(-1)]).toEqual([
      ['2024-01', 60],
      ['2024-02', 0],
      ['2026-11', 11.5],
    ])
  })
  test('by year, of those with something to tell, where a clock was wrong', () => {
    const wild = add(
      visit(new Date(2026, 10, 25), 60),
      visit(new Date(1970, 0, 1, 12), 120),
      visit(new Date(8.5e15), 180),
    )
    const { table } = timeChart(wild, 'all', zh)
    expect(table.rows.map(([, minutes]) => minutes)).toEqual([2, 1, 3])
    expect(() => calendarChart(wild, zh)).not.toThrow()
  })
})

test('names come with what was read of them, and those that are not known are called so', () => {
  const { all } = statistics.figures
  expect(sectionChart(all, zh).table.rows).toEqual([
    ['未注明', 61.5],
    ['新媒体', 10],
  ])
  expect(sourceChart(all, en)).toMatchObject({
    summary: '2 in all, most from 何远: 62 min.',
    table: { head: ['Source', 'Minutes'] },
  })
})

test('of many names the chart has the first, the table all', () => {
  const many = add(
    ...Array.from({ length: 40 }, (_, index) =>
      visit(new Date(2026, 10, 20), 60 + index, { author: `来源 ${index}` }),
    ),
  )
  const { drawing, table } = sourceChart(many.figures.all, zh)
  expect((drawing as Bars).labels).toHaveLength(12)
  expect((drawing as Bars).labels[0]).toBe('来源 39')
  expect(table.rows).toHaveLength(40)
})

test('hours have a row each and a column for every weekday', () => {
  const { summary, table, drawing } = hourChart(statistics.figures['30d'], zh)
  expect(table.head).toEqual(['时刻', '周一', '周二', '周三', '周四', '周五', '周六', '周日'])
  expect(table.rows[9]).toEqual(['09:00', 0, 0, 10, 0, 0, 0, 0])
  expect(table.rows[21]).toEqual(['21:00', 0, 0, 0, 0, 0, 0, 1.5])
  expect(summary).toBe('读得最多的是周三 09:00 起的一小时。')
  expect((drawing as Grid).cells).toHaveLength(168)
  expect(hourChart(statistics.figures['30d'], en).table.head[1]).toBe('Sun')
})
