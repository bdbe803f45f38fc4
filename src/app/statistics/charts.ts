import type { Say } from '../i18n/language.ts'
import { type Language, localeOf } from '../i18n/languages.ts'
import type { Chart, Table } from './chart.ts'
import { dateOf, firstWeekdayOf, isoDay, startOfWeek } from './day-number.ts'
import {
  type Amount,
  type Figures,
  firstDayOf,
  levelsOf,
  nextMonth,
  type Period,
  type Statistics,
  type Stretch,
  startOfMonth,
  startOfYear,
  stretches,
} from './figures.ts'

/** What charts are told in. */
export interface Tongue {
  say: Say
  language: Language
  /** The reader's own region, which knows on which day a week begins. */
  locale: string
}

/** How many bars for names are still read; the table has the rest. */
const MOST_NAMES = 12

/** Minutes with tenths, so that tables add up. */
const minutesOf = (seconds: number): number => Math.round(seconds / 6) / 10

/** Says how many minutes, the tenths only of a few. */
function minutesIn({ say, language }: Tongue) {
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 })
  return (minutes: number) =>
    say({
      zh: '{count} 分钟',
      en: '{count} min',
      count: number.format(minutes < 10 ? minutes : Math.round(minutes)),
    })
}

const minutesHead = ({ say }: Tongue) => say({ zh: '分钟', en: 'Minutes' })

function dateFormat({ language }: Tongue, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  return (day: number) => format.format(dateOf(day))
}

/** Each day of the last twelve months in its week. */
export function calendarChart({ today, figures }: Statistics, tongue: Tongue): Chart {
  const { say } = tongue
  const { byDay } = figures['12m']
  const firstWeekday = firstWeekdayOf(tongue.locale)
  const first = firstDayOf('12m', today)
  const weekOf = (day: number) => (startOfWeek(day, firstWeekday) - startOfWeek(first, firstWeekday)) / 7
  const days = Array.from({ length: today - first + 1 }, (_, index) => first + index)
  const minutes = minutesIn(tongue)
  const date = dateFormat(tongue, { dateStyle: 'medium' })
  const month = dateFormat(tongue, { month: 'short' })
  const columns = Array<string>(weekOf(today) + 1).fill('')
  // Those whose first week is not in the first column, where their name would meet the next.
  for (const day of days) if (dateOf(day).getUTCDate() === 1) columns[weekOf(day)] = month(day)
  const levels = levelsOf(days.map(day => byDay.get(day) ?? 0))
  const read = days.filter(day => byDay.has(day))
  const most = Math.max(0, ...byDay.values())
  return {
    name: 'calendar',
    title: say({ zh: '阅读日历（最近 12 个月）', en: 'Reading calendar, last 12 months' }),
    summary: say({
      zh: '{days} 天有阅读，最多的一天 {most}。',
      en: 'Read on {days} days, at most {most} a day.',
      days: figures['12m'].daysRead,
      most: minutes(minutesOf(most)),
    }),
    drawing: {
      kind: 'grid',
      columns,
      rows: weekdayNames(tongue, firstWeekday).map((name, row) => (row % 2 === 0 ? name : '')),
      cells: days.map((day, index) => ({
        column: weekOf(day),
        row: day - startOfWeek(day, firstWeekday),
        level: levels[index]!,
        told: `${date(day)} · ${minutes(minutesOf(byDay.get(day) ?? 0))}`,
      })),
      ends: [say({ zh: '少', en: 'less' }), say({ zh: '多', en: 'more' })],
    },
    table: {
      head: [say({ zh: '日期', en: 'Date' }), minutesHead(tongue)],
      rows: read.toReversed().map(day => [isoDay(day), minutesOf(byDay.get(day)!)]),
    },
  }
}

/** From the first day of the week on, as they are called for short. */
function weekdayNames(tongue: Tongue, firstWeekday: number): string[] {
  const name = dateFormat(tongue, { weekday: 'short' })
  const SUNDAY = 3 // the fourth of January 1970
  return Array.from({ length: 7 }, (_, index) => name(SUNDAY + firstWeekday + index))
}

/** More months than these are told by year. */
const MOST_MONTHS = 60

/** Minutes by day, week, month or year: as a period has room for. */
export function timeChart({ today, figures }: Statistics, period: Period, tongue: Tongue): Chart {
  const { say } = tongue
  const { byDay } = figures[period]
  const { unit, parts } = partsOf(byDay, period, today, firstWeekdayOf(tongue.locale))
  const titles = {
    day: say({ zh: '每天阅读的分钟', en: 'Minutes per day' }),
    week: say({ zh: '每周阅读的分钟', en: 'Minutes per week' }),
    month: say({ zh: '每月阅读的分钟', en: 'Minutes per month' }),
    year: say({ zh: '每年阅读的分钟', en: 'Minutes per year' }),
  }
  const heads = {
    day: say({ zh: '日期', en: 'Date' }),
    week: say({ zh: '一周的第一天', en: 'Week of' }),
    month: say({ zh: '月份', en: 'Month' }),
    year: say({ zh: '年份', en: 'Year' }),
  }
  const isos = { day: 10, week: 10, month: 7, year: 4 }
  const label = {
    day: dateFormat(tongue, { month: 'numeric', day: 'numeric' }),
    week: dateFormat(tongue, { month: 'numeric', day: 'numeric' }),
    month: dateFormat(tongue, { year: 'numeric', month: 'short' }),
    year: dateFormat(tongue, { year: 'numeric' }),
  }[unit]
  const minutes = minutesIn(tongue)
  const most = Math.max(0, ...parts.map(({ seconds }) => seconds))
  return {
    name: `minutes-per-${unit}`,
    title: titles[unit],
    summary: say({
      zh: '共 {sum}，最多 {most}。',
      en: '{sum} in all, at most {most}.',
      sum: minutes(minutesOf(figures[period].seconds)),
      most: minutes(minutesOf(most)),
    }),
    drawing: {
      kind: 'bars',
      isLying: false,
      labels: parts.map(({ day }) => label(day)),
      values: parts.map(({ seconds }) => minutesOf(seconds)),
      told: minutes,
    },
    table: {
      head: [heads[unit], minutesHead(tongue)],
      rows: parts.map(({ day, seconds }) => [
        isoDay(day).slice(0, isos[unit] - 10 || undefined),
        minutesOf(seconds),
      ]),
    },
  }
}

type Unit = 'day' | 'week' | 'month' | 'year'

function partsOf(
  byDay: Map<number, number>,
  period: Period,
  today: number,
  firstWeekday: number,
): { unit: Unit; parts: Stretch[] } {
  const firstDay = firstDayOf(period, today)
  const week = (day: number) => startOfWeek(day, firstWeekday)
  if (period === '30d')
    return {
      unit: 'day',
      parts: stretches(
        byDay,
        firstDay,
        today,
        day => day,
        day => day + 1,
      ),
    }
  if (period === '12m')
    return { unit: 'week', parts: stretches(byDay, firstDay, today, week, day => day + 7) }
  const days = [...byDay.keys()].sort((a, b) => a - b)
  const [first = today, last = today] = [days[0], days.at(-1)]
  if (last - first < MOST_MONTHS * 31)
    return { unit: 'month', parts: stretches(byDay, first, last, startOfMonth, nextMonth) }
  // A clock that was wrong may put ages between two years: only those with something to tell are told.
  const years = new Map(days.map(day => [startOfYear(day), 0]))
  for (const [day, seconds] of byDay) years.set(startOfYear(day), years.get(startOfYear(day))! + seconds)
  return { unit: 'year', parts: [...years].map(([day, seconds]) => ({ day, seconds })) }
}

export function sectionChart(figures: Figures, tongue: Tongue): Chart {
  const { say } = tongue
  const title = say({ zh: '按分类', en: 'By category' })
  return nameChart('categories', title, say({ zh: '分类', en: 'Category' }), figures.bySection, tongue)
}

export function sourceChart(figures: Figures, tongue: Tongue): Chart {
  const { say } = tongue
  const title = say({ zh: '按来源', en: 'By source' })
  return nameChart('sources', title, say({ zh: '来源', en: 'Source' }), figures.bySource, tongue)
}

function nameChart(name: string, title: string, head: string, amounts: Amount[], tongue: Tongue): Chart {
  const { say } = tongue
  const minutes = minutesIn(tongue)
  const called = amounts.map(
    ([name, seconds]) => [name || say({ zh: '未注明', en: 'Not stated' }), minutesOf(seconds)] as const,
  )
  const shown = called.slice(0, MOST_NAMES)
  const [first] = called
  return {
    name,
    title,
    summary: first
      ? say({
          zh: '共 {count} 个，读得最多的是{name}：{minutes}。',
          en: '{count} in all, most from {name}: {minutes}.',
          count: called.length,
          name: first[0],
          minutes: minutes(first[1]),
        })
      : '',
    drawing: {
      kind: 'bars',
      isLying: true,
      labels: shown.map(([name]) => name),
      values: shown.map(([, minutes]) => minutes),
      told: minutes,
    },
    table: { head: [head, minutesHead(tongue)], rows: called.map(amount => [...amount]) },
  }
}

/** Which hours of which weekdays are read in. */
export function hourChart({ byHour }: Figures, tongue: Tongue): Chart {
  const { say } = tongue
  const firstWeekday = firstWeekdayOf(tongue.locale)
  const weekdays = Array.from({ length: 7 }, (_, row) => (firstWeekday + row) % 7)
  const names = weekdayNames(tongue, firstWeekday)
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const secondsAt = (row: number, hour: number) => byHour[weekdays[row]! * 24 + hour]!
  const levels = levelsOf(byHour)
  const minutes = minutesIn(tongue)
  const best = byHour.indexOf(Math.max(...byHour))
  const bestName = names[weekdays.indexOf(Math.floor(best / 24))]!
  const table: Table = {
    head: [say({ zh: '时刻', en: 'Hour' }), ...names],
    rows: hours.map(hour => [hourName(hour), ...weekdays.map((_, row) => minutesOf(secondsAt(row, hour)))]),
  }
  return {
    name: 'hours',
    title: say({ zh: '一周里的时刻（分钟）', en: 'Time of the week, in minutes' }),
    summary: say({
      zh: '读得最多的是{weekday} {hour} 起的一小时。',
      en: 'Most in the hour from {weekday} {hour} on.',
      weekday: bestName,
      hour: hourName(best % 24),
    }),
    drawing: {
      kind: 'grid',
      columns: hours.map(hour => (hour % 3 === 0 ? String(hour) : '')),
      rows: names,
      cells: weekdays.flatMap((weekday, row) =>
        hours.map(hour => ({
          column: hour,
          row,
          level: levels[weekday * 24 + hour]!,
          told: `${names[row]} ${hourName(hour)} · ${minutes(minutesOf(secondsAt(row, hour)))}`,
        })),
      ),
      ends: [say({ zh: '少', en: 'less' }), say({ zh: '多', en: 'more' })],
    },
    table,
  }
}

const hourName = (hour: number) => `${String(hour).padStart(2, '0')}:00`
