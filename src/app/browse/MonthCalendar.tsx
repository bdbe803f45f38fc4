import { listPath, monthList } from '../../shared/addresses.ts'
import type { DayOfMonth, MonthSubject } from '../../shared/article.ts'
import { formatNumber, perLanguage } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { articlesCounted } from './count.ts'
import { formatMonth } from './month.ts'

/** The days of a month, those with articles as links to the first of each, and the months beside it. */
export function MonthCalendar({ list, subject }: { list: string; subject: MonthSubject }) {
  const say = useSay()
  const language = useLanguage()
  const { month, days, newer, older } = subject
  if (month === null) return null
  const weekdays = weekdaysIn(language)
  const dayOf = new Map(days.map(each => [each.day, each]))
  return (
    <>
      <table className="calendar">
        <caption className="visually-hidden">
          {say({ zh: '{month}的日历', en: 'Calendar of {month}', month: formatMonth(month, language) })}
        </caption>
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(week => (
            <tr key={week.find(day => day > 0)}>
              {week.map((day, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a weekday
                <td key={index}>{day > 0 && <Day day={day} of={dayOf.get(day)} list={list} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <nav
        key={language}
        className="beside-month"
        aria-label={say({ zh: '前后月份', en: 'Neighbouring months' })}
      >
        {newer && (
          <Link rel="prev" to={listPath(monthList(newer))}>
            <span aria-hidden="true">←</span> {formatMonth(newer, language)}
          </Link>
        )}
        {older && (
          <Link rel="next" to={listPath(monthList(older))}>
            {formatMonth(older, language)} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
    </>
  )
}

function Day({ day, of, list }: { day: number; of: DayOfMonth | undefined; list: string }) {
  const say = useSay()
  const language = useLanguage()
  if (!of) return <span>{day}</span>
  return (
    <Link to={`${listPath(list, of.page)}#${of.id}`}>
      {day}
      <span className="count" aria-hidden="true">
        {formatNumber(of.count, language)}
      </span>
      <span className="visually-hidden">{`: ${say(articlesCounted(of.count))}`}</span>
    </Link>
  )
}

/** Weeks begin on Monday; days of other months are 0. */
function weeksOf(month: string): number[][] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((first + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - first + 1
      return day > length ? 0 : Math.max(0, day)
    }),
  )
}

const weekdaysIn = perLanguage(locale => {
  const format = (weekday: 'narrow' | 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  const [short, long] = [format(locale === 'en' ? 'short' : 'narrow'), format('long')]
  // 2024 began on a Monday.
  return Array.from({ length: 7 }, (_, day) => {
    const date = new Date(Date.UTC(2024, 0, 1 + day))
    return { short: short.format(date), long: long.format(date) }
  })
})
