import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSay, type Words } from '../i18n/language.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { sourcesQuery } from './history.ts'
import type { HistoryChoice } from './history-choice.ts'

const states: Record<NonNullable<HistoryChoice['state']>, Words> = {
  unfinished: { zh: '未读完', en: 'Unfinished' },
  finished: { zh: '已读完', en: 'Finished' },
}

const periods: Record<NonNullable<HistoryChoice['period']>, Words> = {
  today: { zh: '今天', en: 'Today' },
  '7d': { zh: '最近 7 天', en: 'Last 7 days' },
  '30d': { zh: '最近 30 天', en: 'Last 30 days' },
  range: { zh: '自选日期', en: 'Dates of your choice' },
}

interface HistoryToolsProps {
  choice: HistoryChoice
  change: (changes: Partial<HistoryChoice>) => void
  /** What can be done with what is found. */
  children: ReactNode
}

/** What is shown of the history: a search and, where they are asked for, filters. */
export function HistoryTools({ choice, change, children }: HistoryToolsProps) {
  const say = useSay()
  const { state, period, source } = choice
  const isFiltered = state !== null || period !== null || source !== null
  const [isOpened, setOpened] = useState(false)
  const isOpen = isOpened || isFiltered
  return (
    <>
      <div className="history-tools needs-script">
        <SearchField
          search={choice.search}
          label={say({ zh: '在历史中查找', en: 'Search history' })}
          placeholder={say({ zh: '查找标题或作者', en: 'Title or author' })}
          change={search => change({ search })}
        />
        <button
          type="button"
          className="button quiet"
          aria-expanded={isOpen}
          onClick={() => {
            setOpened(!isOpen)
            if (isOpen) change({ state: null, period: null, source: null })
          }}
        >
          {isFiltered ? say({ zh: '清除筛选', en: 'Clear filters' }) : say({ zh: '筛选', en: 'Filter' })}
        </button>
        {children}
      </div>
      {isOpen && <Filters choice={choice} change={change} />}
    </>
  )
}

function Filters({ choice, change }: Omit<HistoryToolsProps, 'children'>) {
  const say = useSay()
  return (
    <div className="history-filters">
      <Choice
        label={say({ zh: '状态', en: 'State' })}
        every={say({ zh: '全部状态', en: 'Any state' })}
        chosen={choice.state}
        choices={Object.entries(states).map(([name, words]) => [name, say(words)])}
        choose={state => change({ state: state as HistoryChoice['state'] })}
      />
      <Choice
        label={say({ zh: '时段', en: 'Period' })}
        every={say({ zh: '全部时间', en: 'Any time' })}
        chosen={choice.period}
        choices={Object.entries(periods).map(([name, words]) => [name, say(words)])}
        choose={period => change({ period: period as HistoryChoice['period'] })}
      />
      <SourceChoice source={choice.source} change={change} />
      {choice.period === 'range' && (
        <>
          <label>
            {say({ zh: '从', en: 'From' })}
            <input type="date" value={choice.from} onChange={event => change({ from: event.target.value })} />
          </label>
          <label>
            {say({ zh: '到', en: 'To' })}
            <input type="date" value={choice.to} onChange={event => change({ to: event.target.value })} />
          </label>
        </>
      )}
    </div>
  )
}

/** Which sources there are takes a look at the whole history: it comes a moment later. */
function SourceChoice({ source, change }: { source: string | null; change: HistoryToolsProps['change'] }) {
  const say = useSay()
  const { data: sources = [] } = useQuery(sourcesQuery)
  const known = source === null || sources.includes(source) ? sources : [source, ...sources]
  return (
    <Choice
      label={say({ zh: '来源', en: 'Source' })}
      every={say({ zh: '全部来源', en: 'Any source' })}
      chosen={source}
      choices={known.map(name => [name, name])}
      choose={source => change({ source })}
    />
  )
}

interface ChoiceProps {
  label: string
  /** What it says while nothing is left out. */
  every: string
  chosen: string | null
  choices: [name: string, label: string][]
  choose: (name: string | null) => void
}

function Choice({ label, every, chosen, choices, choose }: ChoiceProps) {
  return (
    <select aria-label={label} value={chosen ?? ''} onChange={({ target }) => choose(target.value || null)}>
      <option value="">{every}</option>
      {choices.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  )
}
