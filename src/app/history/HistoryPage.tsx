import { useQuery } from '@tanstack/react-query'
import { useEffect, useTransition } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { articlePath, historyPath, homePath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { queryClient } from '../data/query-client.ts'
import { formatPercent } from '../i18n/format.ts'
import { type Say, useLanguage, useSay, type Words } from '../i18n/language.ts'
import { chooseSetting, useSetting } from '../settings/settings.ts'
import { orSaySo } from '../storage/or-say-so.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { useAsked } from '../ui/use-asked.ts'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { useLimit } from '../ui/use-limit.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { WasCleared } from '../ui/WasCleared.tsx'
import { formatDay, formatTime, startOfDay } from './day.ts'
import { type ArticleVisits, groupByDay } from './group-by-day.ts'
import { HistoryTools } from './HistoryTools.tsx'
import { addVisits, clearHistory, deleteFound, deleteVisits, visitsQuery } from './history.ts'
import { filterOf, paramsOf, readChoice } from './history-choice.ts'
import css from './history-tools.css?inline'
import { OwnPages } from './OwnPages.tsx'
import { keepShelfRoom } from './shelf-room.ts'
import { progressOf, type Visit } from './visit.ts'
import { isEverything, type VisitFilter } from './visit-filter.ts'
import './history.css'

const title = { zh: '阅读历史', en: 'Reading history' }

/** How many visits are shown first, and how many more at a time. */
const STEP = 50

/** What the build has of the visits. */
const notYet = { data: undefined, error: null, isFetching: true, isPlaceholderData: false }

/** The reading begins on the way to the page. */
export function loader({ request }: LoaderFunctionArgs) {
  const choice = readChoice(new URL(request.url).searchParams)
  if (!import.meta.env.SSR) void queryClient.prefetchQuery(visitsQuery(filterOf(choice, Date.now()), STEP))
  return null
}

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '读过的文章，只存放在这台设备上。',
      en: 'What you have read, kept on this device only.',
    }),
    path: historyPath,
    isPrivate: true,
  }),
}

/** What the reader has read, by day. Search and filters stand in the address. */
export function Component() {
  const say = useSay()
  const { asked, address, change } = useAsked(readChoice, paramsOf)
  // The build knows neither the address nor the reader: what is found for it, if only a moment ago, comes a moment later.
  const isAlive = useIsAlive()
  const choice = isAlive ? asked : readChoice(new URLSearchParams())
  const filter = filterOf(choice, Date.now())
  const [limit, showMore] = useLimit(STEP, address)
  const found = useQuery(visitsQuery(filter, limit))
  const { data: visits, error, isFetching, isPlaceholderData } = isAlive ? found : notYet
  const isEmpty = visits?.length === 0
  const isPaused = useSetting('history') === 'off'
  useEffect(() => adoptStyles(css), [])

  return (
    <div className="narrow history">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '只存放在这台设备上，不会发送到任何地方。',
          en: 'Kept on this device only; nothing is sent anywhere.',
        })}
      </p>
      <NeedsScript />
      {error ? (
        <StorageRefused error={error} what={{ zh: '历史没有开启', en: 'History is off' }} />
      ) : (
        <>
          <HistoryTools choice={choice} change={change}>
            <PauseButton />
            <ClearButton filter={filter} isDisabled={isEmpty !== false || isPlaceholderData} />
          </HistoryTools>
          {isPaused && !isEmpty && (
            <p className="quiet-line" role="status">
              {say({
                zh: '记录已暂停：现在读的文章不会出现在这里。',
                en: 'Recording is paused: what you read now is not kept.',
              })}
            </p>
          )}
          {isEmpty && !isPlaceholderData && <Nothing isFiltered={!isEverything(filter)} />}
          <div aria-busy={isPlaceholderData}>{visits && <Days visits={visits} filter={filter} />}</div>
          {visits && visits.length >= limit && (
            <p className="more">
              <button className="button quiet" type="button" onClick={showMore}>
                {say({ zh: '更早的', en: 'Earlier' })}
              </button>
            </p>
          )}
          {isFetching && <Waiting>{say({ zh: '还在查找…', en: 'Still looking…' })}</Waiting>}
        </>
      )}
    </div>
  )
}

function Days({ visits, filter }: { visits: Visit[]; filter: VisitFilter }) {
  const say = useSay()
  const language = useLanguage()
  return groupByDay(visits).map(({ day, articles }) => {
    const name = formatDay(day, Date.now(), language)
    return (
      <section key={day} className="day">
        <div className="day-line">
          <h2>{name}</h2>
          <button
            type="button"
            className="delete-day"
            aria-label={say({ zh: '删除这一天的记录：{day}', en: 'Delete this day: {day}', day: name })}
            onClick={() => void removeAll({ ...filter, ...dayIn(day, filter) })}
          >
            {say({ zh: '删除', en: 'Delete' })}
          </button>
        </div>
        <ul>
          {articles.map(each => (
            <Row key={each.last.articleId} article={each} />
          ))}
        </ul>
      </section>
    )
  })
}

/** A day, as much of it as a filter lets through. */
const dayIn = (day: number, { from, until }: VisitFilter) => ({
  from: Math.max(day, from ?? day),
  until: Math.min(startOfDay(day, 1), until ?? Number.POSITIVE_INFINITY),
})

function Row({ article: { last, visits, seconds } }: { article: ArticleVisits }) {
  const say = useSay()
  const language = useLanguage()
  const progress = progressOf(last)
  const minutes = Math.round(seconds / 60)
  return (
    <li>
      <Link to={articlePath(last.articleId)}>
        <span className="title">{last.title}</span>
        <progress max={1} value={progress} aria-hidden="true" />
        <span className="meta">
          <span>
            {progress >= 1
              ? say({ zh: '已读完', en: 'Finished' })
              : say({
                  zh: '读到 {percent} · 继续',
                  en: '{percent} · continue',
                  percent: formatPercent(progress, language),
                })}
          </span>
          {last.author && <span>{last.author}</span>}
          <span>{formatTime(last.startedAt, language)}</span>
          <span>
            {minutes > 0
              ? say({ zh: '读了 {minutes} 分钟', en: 'read for {minutes} min', minutes })
              : say({ zh: '不到 1 分钟', en: 'under a minute' })}
          </span>
        </span>
      </Link>
      <button
        type="button"
        className="delete"
        aria-label={say({
          zh: '删除《{title}》的记录',
          en: 'Delete “{title}” from history',
          title: last.title,
        })}
        onClick={event => void remove(visits, event.currentTarget)}
      >
        ×
      </button>
    </li>
  )
}

async function remove(visits: Visit[], button: HTMLElement) {
  const row = button.closest('li')
  const neighbour = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('a')
  if (!(await orSaySo(() => deleteVisits(visits))))
    return // The button is gone: the keyboard goes on beside it.
  ;(neighbour ?? document.querySelector<HTMLElement>('main h1'))?.focus()
  offerUndo(visits, { zh: '已删除一条记录', en: 'Deleted from history' })
}

/** Deletes what a filter finds, shown or not. */
async function removeAll(filter: VisitFilter) {
  let visits: Visit[] = []
  const work = async () => {
    visits = isEverything(filter) ? await clearHistory() : await deleteFound(filter)
  }
  if (!(await orSaySo(work))) return
  if (isEverything(filter)) keepShelfRoom(false)
  document.querySelector<HTMLElement>('main h1')?.focus()
  const count = groupByDay(visits).reduce((sum, { articles }) => sum + articles.length, 0)
  offerUndo(
    visits,
    isEverything(filter)
      ? { zh: '历史已清空', en: 'History cleared' }
      : { zh: '已删除 {count} 条记录', en: 'Deleted from history: {count}', count },
    true,
  )
}

function offerUndo(visits: Visit[], words: Words, stays = false) {
  toast({ words, action: { words: undo, run: () => void bringBack(visits) }, stays })
}

/** Nothing else has them any more. */
async function bringBack(visits: Visit[]) {
  const dismiss = toast({ words: { zh: '还在恢复…', en: 'Bringing it back…' }, stays: true })
  if (
    await orSaySo(
      () => addVisits(visits),
      () => void bringBack(visits),
    )
  )
    dismiss()
}

function PauseButton() {
  const say = useSay()
  const isPaused = useSetting('history') === 'off'
  return (
    <button
      className="button quiet"
      type="button"
      onClick={() => chooseSetting('history', isPaused ? 'on' : 'off')}
    >
      {isPaused
        ? say({ zh: '继续记录', en: 'Resume recording' })
        : say({ zh: '暂停记录', en: 'Pause recording' })}
    </button>
  )
}

function ClearButton({ filter, isDisabled }: { filter: VisitFilter; isDisabled: boolean }) {
  const say = useSay()
  const [isAtWork, start] = useTransition()
  if (isAtWork) return <Waiting>{say({ zh: '还在删除…', en: 'Still deleting…' })}</Waiting>
  return (
    <button
      className="button quiet"
      type="button"
      disabled={isDisabled}
      onClick={() => start(() => removeAll(filter))}
    >
      {isEverything(filter)
        ? say({ zh: '清空', en: 'Clear history' })
        : say({ zh: '删除找到的', en: 'Delete these' })}
    </button>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const say = useSay()
  const isPaused = useSetting('history') === 'off'
  if (isFiltered)
    return (
      <p className="empty needs-script" role="status">
        {say({
          zh: '没有找到。换一个词，或放宽筛选。',
          en: 'Nothing found. Try another word or fewer filters.',
        })}
      </p>
    )
  return (
    <div className="empty needs-script">
      <WasCleared />
      <p>
        {isPaused
          ? say({
              zh: '记录已暂停，现在读的文章不会出现在这里。',
              en: 'Recording is paused: what you read now will not appear here.',
            })
          : say({
              zh: '还没有读过的文章。打开一篇，它就会出现在这里。',
              en: 'Nothing yet. Open an article and it will appear here.',
            })}
      </p>
      <p>
        <Link className="button" to={homePath}>
          {say({ zh: '去读一篇', en: 'Find something to read' })}
        </Link>
      </p>
    </div>
  )
}
