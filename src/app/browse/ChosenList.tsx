import { X } from 'lucide-react'
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { perLanguage } from '../i18n/format.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { ArticleRows, isRichInDays } from './ArticleRows.tsx'
import type { ChosenSource } from './chosen-source.ts'
import { filterWords, sortWords } from './filter-words.ts'
import { isByDate, type ListFilter, noFilter, writeFilter } from './list-filter.ts'
import { useKeptChoice } from './list-look.ts'
import { keptPlace } from './list-place.ts'
import css from './list-tools.css?inline'
import { useListWindow } from './use-list-window.ts'

export { chosenQuery } from './chosen-source.ts'

interface ChosenListProps {
  source: ChosenSource
  filter: ListFilter
  change: (filter: ListFilter) => void
}

/** The articles of a list that the reader asks for. */
export function ChosenList({ source, filter, change }: ChosenListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [, showMore] = useReducer((count: number) => count + 1, 0)
  const { view, rows, grow } = useListWindow(list, source, {
    isLong: source.total > 0,
    placeAtFirst: keptPlace,
  })
  const [isRich] = useState(() =>
    isRichInDays(rows.map(({ article }) => article).filter(article => article !== undefined)),
  )
  const isGrouping = useKeptChoice('groupByDay') !== 'off'
  adoptStyles(css)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the window is the same all along
  useEffect(
    () =>
      source.subscribe(() => {
        showMore()
        grow()
      }),
    [source],
  )

  return (
    <div className="chosen">
      <Asked filter={filter} change={change} />
      {source.total === 0 ? (
        <Nothing clear={() => change(noFilter)} />
      ) : (
        <ArticleRows
          list={list}
          source={source}
          rows={rows}
          view={view}
          isByDay={isGrouping && isByDate(filter) && isRich}
        />
      )}
    </div>
  )
}

/** How many articles are as the reader asks. */
export function ChosenCount({ source, total }: { source: ChosenSource; total: number }) {
  const say = useSay()
  const known = useSyncExternalStore(source.subscribe, () => `${source.total} ${source.isWhole}`)
  return (
    <span key={known} role="status">
      {source.isWhole
        ? say({ zh: '{count} / {total} 篇', en: '{count} of {total}', count: source.total, total })
        : say({
            zh: '至少 {count} / {total} 篇',
            en: 'at least {count} of {total}',
            count: source.total,
            total,
          })}
    </span>
  )
}

/** What the filter asks for; a press takes it back. */
function Asked({ filter, change }: Omit<ChosenListProps, 'source'>) {
  const say = useSay()
  const language = useLanguage()
  const asked = toldParts(filter).filter(
    ({ without }) => writeFilter({ ...filter, ...without }) !== writeFilter(filter),
  )
  return (
    <ul key={language} className="asked" aria-label={say({ zh: '当前筛选', en: 'Filters' })}>
      {asked.map(({ words, without }) => (
        <li key={words.en}>
          <button
            type="button"
            aria-label={say({ zh: '取消“{words}”', en: 'Remove “{words}”', words })}
            onClick={() => change({ ...filter, ...without })}
          >
            {say(words)} <X aria-hidden="true" />
          </button>
        </li>
      ))}
      {asked.length > 1 && (
        <li>
          <button type="button" onClick={() => change(noFilter)}>
            {say({ zh: '清除筛选', en: 'Clear filters' })}
          </button>
        </li>
      )}
    </ul>
  )
}

const days = perLanguage(locale => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))
const dayNamed = (day: string) => (language: Language) => days(language).format(new Date(day))

/** Each part of a filter in words, and what the filter is without it. */
function toldParts({
  length,
  source,
  from,
  to,
  sort,
}: ListFilter): { words: Words; without: Partial<ListFilter> }[] {
  return [
    { words: filterWords.unread, without: { isUnread: false } },
    { words: filterWords.saved, without: { isSaved: false } },
    { words: filterWords.pictures, without: { hasPicture: false } },
    { words: length === 'long' ? filterWords.long : filterWords.short, without: { length: null } },
    { words: { zh: '{source}', en: '{source}', source: source ?? '' }, without: { source: null } },
    {
      words: { zh: '{day} 起', en: 'since {day}', day: from ? dayNamed(from) : '' },
      without: { from: null },
    },
    { words: { zh: '到 {day}', en: 'until {day}', day: to ? dayNamed(to) : '' }, without: { to: null } },
    { words: sortWords[sort], without: { sort: 'newest' } },
  ]
}

function Nothing({ clear }: { clear: () => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div key={language} className="empty">
      <p role="status">
        {say({
          zh: '没有这样的文章。去掉一个条件，或者看全部。',
          en: 'There is no such article. Ask for less, or see all.',
        })}
      </p>
      <p>
        <button type="button" className="button" onClick={clear}>
          {say({ zh: '清除筛选', en: 'Clear filters' })}
        </button>
      </p>
    </div>
  )
}
