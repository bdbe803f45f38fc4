import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { archivePath, listPath, monthList, onThisDayPath, randomPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { site } from '../data/site.ts'
import { formatNumber } from '../i18n/format.ts'
import { type Say, useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { articlesCounted } from './count.ts'
import { formatMonthShort, yearsOf } from './month.ts'
import { archiveQuery } from './queries.ts'
import { usePrefetch } from './use-prefetch.ts'

const title = { zh: '归档', en: 'Archive' }

export async function loader({ request }: LoaderFunctionArgs) {
  await loadOrOpenKept(request, () => queryClient.ensureQueryData(archiveQuery()))
  return null
}

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: `${say({ zh: '按年月归档的文章', en: 'Articles by year and month' })} · ${site.name}`,
    path: archivePath,
  }),
}

/** Every month that has articles. */
export function Component() {
  const say = useSay()
  const language = useLanguage()
  usePrefetch()
  const { data: months } = useSuspenseQuery(archiveQuery())
  return (
    <div className="narrow archive">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <p key={language} className="quiet-line ways">
        <Link to={onThisDayPath}>{say({ zh: '历史上的今天', en: 'On this day' })}</Link>
        <Link to={randomPath}>{say({ zh: '随便看一篇', en: 'Random article' })}</Link>
      </p>
      {months.length === 0 && (
        <p className="empty">{say({ zh: '这里还没有文章。', en: 'No articles yet.' })}</p>
      )}
      {yearsOf(months).map(({ year, count, months }) => (
        <section key={year} aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>
            {year ?? say({ zh: '没有日期', en: 'Undated' })}{' '}
            <span className="count">{say(articlesCounted(count))}</span>
          </h2>
          <ul key={language} className="chips">
            {months.map(({ month, count }) => (
              <li key={month}>
                <Link to={listPath(monthList(month))}>
                  {month ? formatMonthShort(month, language) : say({ zh: '全部', en: 'All' })}{' '}
                  <span className="count">{formatNumber(count, language)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
