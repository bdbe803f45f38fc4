import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { type LoaderFunctionArgs, useSearchParams } from 'react-router'
import { archivePath, onThisDayPath } from '../../shared/addresses.ts'
import type { DayCount, DayOfYear, Summary } from '../../shared/article.ts'
import type { PageHead } from '../../shared/head.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { perLanguage } from '../i18n/format.ts'
import { type Say, useLanguage, useSay } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { ArticleList } from './ArticleList.tsx'
import { monthOf } from './month.ts'
import { dayQuery, daysQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

const title = { zh: '历史上的今天', en: 'On this day' }

export async function loader({ request }: LoaderFunctionArgs) {
  await loadOrOpenKept(request, () => queryClient.ensureQueryData(daysQuery()))
  return null
}

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: `${say({ zh: '往年同一天的文章', en: 'What was published on this day of former years' })} · ${site.name}`,
    path: onThisDayPath,
  }),
}

/** What was published on a day of former years: today's, or that of the address. */
export function Component() {
  const say = useSay()
  const language = useLanguage()
  usePrefetch()
  const [params] = useSearchParams()
  const today = useSyncExternalStore(neverChanges, todayHere, () => null)
  const { data: days } = useSuspenseQuery(daysQuery())
  const chosen = params.get('day')
  const day = today && (isDay(chosen) ? chosen : today)
  return (
    <div className="narrow archive">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      {day && (
        <>
          <Days day={day} days={days} />
          {days.some(([each]) => each === day) ? (
            <ArticlesOf key={day} day={day} />
          ) : (
            <p key={language} className="empty">
              {say({ zh: '这一天没有文章。', en: 'Nothing was published on this day.' })}{' '}
              <Link to={archivePath}>{say({ zh: '看看归档', en: 'See the archive' })}</Link>
            </p>
          )}
        </>
      )}
    </div>
  )
}

const neverChanges = () => () => {}

/** By the reader's own clock. */
function todayHere(): string {
  const now = new Date()
  return `${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

const isDay = (text: string | null): text is string =>
  /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text ?? '')

/** Which day it is, and the next ones that have articles; the year goes round. */
function Days({ day, days }: { day: string; days: DayCount[] }) {
  const say = useSay()
  const language = useLanguage()
  const names = days.map(([name]) => name)
  const previous = names.findLast(name => name < day) ?? names.at(-1)
  const next = names.find(name => name > day) ?? names[0]
  return (
    <nav key={language} className="beside-month" aria-label={say({ zh: '换一天', en: 'Another day' })}>
      {previous && previous !== day && (
        <Link rel="prev" to={addressOf(previous)}>
          <span aria-hidden="true">←</span> {formatDay(previous, language)}
        </Link>
      )}
      <strong aria-current="date">{formatDay(day, language)}</strong>
      {next && next !== day && (
        <Link rel="next" to={addressOf(next)}>
          {formatDay(next, language)} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  )
}

const addressOf = (day: string) => `${onThisDayPath}?day=${day}`

/** A leap year, so that every day is one. */
const formatDay = (day: string, language: Language) => days(language).format(new Date(`2024-${day}T00:00Z`))

const days = perLanguage(
  locale => new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }),
)

function ArticlesOf({ day }: { day: string }) {
  const say = useSay()
  const { data, isError, refetch } = useQuery(dayQuery(day))
  if (isError)
    return (
      <p className="empty" role="alert">
        {say({ zh: '这一天的文章没有取到。', en: 'The articles of this day could not be had.' })}{' '}
        <button type="button" className="button quiet" onClick={() => void refetch()}>
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
      </p>
    )
  return data ? <Years data={data} /> : null
}

function Years({ data: { articles, total } }: { data: DayOfYear }) {
  const say = useSay()
  return (
    <>
      {byYear(articles).map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{say({ zh: '{year} 年', en: '{year}', year })}</h2>
          <ArticleList articles={ofYear} heading="h3" />
        </section>
      ))}
      {total > articles.length && (
        <p className="quiet-line">
          {say({
            zh: '这一天共有 {total} 篇，这里是最新的 {count} 篇。',
            en: 'The newest {count} of {total} articles of this day.',
            total,
            count: articles.length,
          })}
        </p>
      )}
    </>
  )
}

/** Newest year first, as the articles come. */
function byYear(articles: Summary[]): [year: string, articles: Summary[]][] {
  const years = new Map<string, Summary[]>()
  for (const article of articles) {
    const year = monthOf(article.date!).slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), article])
  }
  return [...years]
}
