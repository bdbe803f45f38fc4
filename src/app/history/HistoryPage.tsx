import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { articlePath, historyPath, homePath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { formatPercent } from '../i18n/format.ts'
import { type Say, useLanguage, useSay, type Words } from '../i18n/language.ts'
import { chooseSetting, useSetting } from '../settings/settings.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { toast } from '../ui/toast.ts'
import { formatDay, formatTime } from './day.ts'
import { type ArticleVisits, groupByDay } from './group-by-day.ts'
import { addVisits, clearHistory, deleteVisits, visitsQuery } from './history.ts'
import { OwnPages } from './OwnPages.tsx'
import { keepShelfRoom } from './shelf-room.ts'
import { progressOf, type Visit } from './visit.ts'
import './history.css'

const title = { zh: '阅读历史', en: 'Reading history' }

/** How many visits are shown first, and how many more at a time. */
const STEP = 50

export const loader = () => null

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

/** What the reader has read, by day. The search stands in the address. */
export function Component() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const search = params.get('q') ?? ''
  const [limit, setLimit] = useState(STEP)
  const { data: visits, isError, isPending } = useQuery(visitsQuery(search, limit))
  const isEmpty = visits?.length === 0
  const isPaused = useSetting('history') === 'off'

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
      {isError ? (
        <StorageRefused />
      ) : (
        <>
          <div className="history-tools needs-script">
            <SearchField
              search={search}
              label={say({ zh: '在历史中查找', en: 'Search history' })}
              placeholder={say({ zh: '查找标题或作者', en: 'Title or author' })}
              change={text => setParams(text ? { q: text } : {}, { replace: true, preventScrollReset: true })}
            />
            <PauseButton />
            <ClearButton isDisabled={isEmpty !== false || search !== ''} />
          </div>
          {isPaused && !isEmpty && (
            <p className="quiet-line" role="status">
              {say({
                zh: '记录已暂停：现在读的文章不会出现在这里。',
                en: 'Recording is paused: what you read now is not kept.',
              })}
            </p>
          )}
          {isEmpty && <Nothing search={search} />}
          {visits && <Days visits={visits} />}
          {visits && visits.length >= limit && (
            <p className="more">
              <button className="button quiet" type="button" onClick={() => setLimit(limit + STEP)}>
                {say({ zh: '更早的', en: 'Earlier' })}
              </button>
            </p>
          )}
          {isPending && <p className="visually-hidden">{say({ zh: '正在读取', en: 'Loading' })}</p>}
        </>
      )}
    </div>
  )
}

function Days({ visits }: { visits: Visit[] }) {
  const language = useLanguage()
  return groupByDay(visits).map(({ day, articles }) => (
    <section key={day} className="day">
      <h2>{formatDay(day, Date.now(), language)}</h2>
      <ul>
        {articles.map(each => (
          <Row key={each.last.articleId} article={each} />
        ))}
      </ul>
    </section>
  ))
}

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
  await deleteVisits(visits)
  // The button is gone: the keyboard goes on beside it.
  ;(neighbour ?? document.querySelector<HTMLElement>('main h1'))?.focus()
  offerUndo(visits, { zh: '已删除一条记录', en: 'Deleted from history' })
}

async function clear() {
  const visits = await clearHistory()
  keepShelfRoom(false)
  offerUndo(visits, { zh: '历史已清空', en: 'History cleared' }, true)
}

function offerUndo(visits: Visit[], words: Words, stays = false) {
  const undo = { words: { zh: '撤销', en: 'Undo' }, run: () => void addVisits(visits) }
  toast({ words, action: undo, stays })
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

function ClearButton({ isDisabled }: { isDisabled: boolean }) {
  const say = useSay()
  return (
    <button className="button quiet" type="button" disabled={isDisabled} onClick={() => void clear()}>
      {say({ zh: '清空', en: 'Clear all' })}
    </button>
  )
}

function Nothing({ search }: { search: string }) {
  const say = useSay()
  const isPaused = useSetting('history') === 'off'
  if (search)
    return (
      <p className="empty" role="status">
        {say({
          zh: '没有找到。换一个词试试。',
          en: 'Nothing found. Try another word.',
        })}
      </p>
    )
  return (
    <div className="empty">
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

function StorageRefused() {
  const say = useSay()
  return (
    <div className="empty" role="alert">
      <p>
        {say({
          zh: '历史没有开启：浏览器不允许这个网站存放数据。文章照常可读。',
          en: 'History is off: the browser does not let this site keep data. Reading works as ever.',
        })}
      </p>
      <p>
        {say({
          zh: '若想使用历史，请在浏览器设置中允许本站存放数据，或离开无痕模式。',
          en: 'To use it, allow this site to store data in the browser’s settings, or leave private mode.',
        })}
      </p>
    </div>
  )
}
