import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { articlesCounted } from '../browse/count.ts'
import { digestQuery } from '../browse/queries.ts'
import { visitsQuery } from '../history/history.ts'
import { everyVisit } from '../history/visit-filter.ts'
import { useSay } from '../i18n/language.ts'
import { SPEED_VISITS, speedOf } from '../reading/reading-speed.ts'
import { readingTime } from '../reading/reading-time.ts'
import { savedQuery } from '../saved/saved.ts'
import { candidatesQuery } from './candidates.ts'
import { fillQueue } from './fill-queue.ts'
import { QueueList } from './QueueList.tsx'
import type { QueueItem } from './queue.ts'
import { keptChoice, LEAST_MINUTES, MOST_MINUTES, type QueueChoice, quickMinutes } from './queue-choice.ts'

/** Time and categories to choose, and what fits. */
export function NewQueue({ start }: { start: (queue: QueueItem[], minutes: number) => void }) {
  const say = useSay()
  const choice = keptChoice.use()
  const change = (changes: Partial<QueueChoice>) => keptChoice.set({ ...choice, ...changes })
  return (
    <>
      <Minutes minutes={choice.minutes} change={minutes => change({ minutes })} />
      <Categories choice={choice} change={change} />
      <section aria-label={say({ zh: '这一组', en: 'This set' })}>
        {/* Another time or other categories begin with their first mix. */}
        <Offer key={JSON.stringify(choice)} choice={choice} change={change} start={start} />
      </section>
    </>
  )
}

function Minutes({ minutes, change }: { minutes: number; change: (minutes: number) => void }) {
  const say = useSay()
  const id = useId()
  return (
    <div className="queue-minutes">
      <label htmlFor={id} className="visually-hidden">
        {say({ zh: '有多少时间', en: 'How much time' })}
      </label>
      <output htmlFor={id} aria-hidden="true">
        {say(readingTime(minutes))}
      </output>
      <input
        id={id}
        type="range"
        min={LEAST_MINUTES}
        max={MOST_MINUTES}
        value={minutes}
        aria-valuetext={say(readingTime(minutes))}
        onChange={({ target }) => change(Number(target.value))}
      />
      <fieldset>
        <legend className="visually-hidden">{say({ zh: '常用的时间', en: 'Usual times' })}</legend>
        {quickMinutes.map(each => (
          <button
            key={each}
            type="button"
            className="label-chip"
            aria-pressed={minutes === each}
            onClick={() => change(each)}
          >
            {say(readingTime(each))}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

interface ChoiceProps {
  choice: QueueChoice
  change: (changes: Partial<QueueChoice>) => void
}

function Categories({ choice, change }: ChoiceProps) {
  const say = useSay()
  const { data: digest } = useQuery(digestQuery())
  const { data: saved } = useQuery(savedQuery)
  const { paths, isOfSaved } = choice
  const isOfAll = paths.length === 0 && !isOfSaved
  const toggle = (path: string) =>
    change({ paths: paths.includes(path) ? paths.filter(other => other !== path) : [...paths, path] })
  const sections = digest?.largest ?? []
  const sources = sections.flatMap(section => section.children)
  const chip = ({ path, names }: { path: string; names: string[] }) => (
    <button
      key={path}
      type="button"
      className="label-chip"
      aria-pressed={paths.includes(path)}
      onClick={() => toggle(path)}
    >
      {names.at(-1)}
    </button>
  )
  return (
    <div className="queue-categories">
      <fieldset>
        <legend>{say({ zh: '读什么', en: 'Of what' })}</legend>
        <button
          type="button"
          className="label-chip"
          aria-pressed={isOfAll}
          onClick={() => change({ paths: [], isOfSaved: false })}
        >
          {say({ zh: '全部', en: 'Everything' })}
        </button>
        {((saved && saved.length > 0) || isOfSaved) && (
          <button
            type="button"
            className="label-chip"
            aria-pressed={isOfSaved}
            onClick={() => change({ isOfSaved: !isOfSaved })}
          >
            {say({ zh: '稍后读', en: 'Saved' })}
          </button>
        )}
        {sections.map(chip)}
      </fieldset>
      {sources.length > 1 && (
        <details open={sources.some(({ path }) => paths.includes(path)) || undefined}>
          <summary>{say({ zh: '细选来源', en: 'Choose sources' })}</summary>
          <fieldset>
            <legend className="visually-hidden">{say({ zh: '来源', en: 'Sources' })}</legend>
            {sources.map(chip)}
          </fieldset>
        </details>
      )}
    </div>
  )
}

interface OfferProps extends ChoiceProps {
  start: (queue: QueueItem[], minutes: number) => void
}

function Offer({ choice, change, start }: OfferProps) {
  const say = useSay()
  const [mix, setMix] = useState(0)
  const { data: visits, isPending: isSpeedPending } = useQuery(visitsQuery(everyVisit, SPEED_VISITS))
  const { data: found, isError, isPlaceholderData, refetch } = useQuery(candidatesQuery(choice))
  if (isError) return <NotLoaded retry={() => void refetch()} />
  if (!found || isSpeedPending)
    return <p className="visually-hidden">{say({ zh: '正在读取', en: 'Loading' })}</p>

  const speed = speedOf(visits ?? [])
  const candidates = found.map(({ id, title, minutes }) => ({ id, title, minutes: minutes / speed }))
  const queue = fillQueue(candidates, choice.minutes, mix)
  if (queue.length === 0) return <NothingFits candidates={candidates} change={change} />
  const other = fillQueue(candidates, choice.minutes, mix + 1)
  const isOther = other.some(article => !queue.includes(article))
  const total = queue.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <div className="queue-offer" data-stale={isPlaceholderData || undefined}>
      <p className="quiet-line" role="status">
        {say({
          zh: '{articles}，约 {time}',
          en: '{articles}, about {time}',
          articles: articlesCounted(queue.length),
          time: readingTime(total),
        })}
      </p>
      <QueueList items={queue} />
      <div className="actions">
        <button type="button" className="button" onClick={() => start(queue, choice.minutes)}>
          {say({ zh: '开始读', en: 'Start' })}
        </button>
        {isOther && (
          <button type="button" className="button quiet" onClick={() => setMix(mix + 1)}>
            {say({ zh: '换一组', en: 'Another mix' })}
          </button>
        )}
      </div>
    </div>
  )
}

function NothingFits({ candidates, change }: { candidates: QueueItem[]; change: ChoiceProps['change'] }) {
  const say = useSay()
  if (candidates.length === 0)
    return (
      <div className="empty">
        <p>{say({ zh: '这里没有未读的文章了。', en: 'There is nothing unread here.' })}</p>
        <p>
          <button
            type="button"
            className="button quiet"
            onClick={() => change({ paths: [], isOfSaved: false })}
          >
            {say({ zh: '看看全部', en: 'Look at everything' })}
          </button>
        </p>
      </div>
    )
  const shortest = Math.max(
    LEAST_MINUTES,
    Math.ceil(candidates.reduce((least, { minutes }) => Math.min(least, minutes), Number.POSITIVE_INFINITY)),
  )
  const time = readingTime(shortest)
  return (
    <div className="empty">
      <p>{say({ zh: '最短的一篇要 {time}。', en: 'The shortest takes {time}.', time })}</p>
      {shortest <= MOST_MINUTES && (
        <p>
          <button type="button" className="button quiet" onClick={() => change({ minutes: shortest })}>
            {say({ zh: '那就 {time}', en: 'Make it {time}', time })}
          </button>
        </p>
      )}
    </div>
  )
}

function NotLoaded({ retry }: { retry: () => void }) {
  const say = useSay()
  return (
    <div className="empty" role="alert">
      <p>{say({ zh: '文章列表暂时读不到。', en: 'The list of articles cannot be had just now.' })}</p>
      <p>
        <button type="button" className="button quiet" onClick={retry}>
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
      </p>
    </div>
  )
}
