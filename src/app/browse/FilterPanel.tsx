import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { CataloguePage } from '../../shared/article.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Panel } from '../ui/Panel.tsx'
import { filterWords, sortWords } from './filter-words.ts'
import { type ListFilter, noFilter, type Sort, writeFilter } from './list-filter.ts'
import { indexFiles, readIndex } from './list-index.ts'
import css from './list-tools.css?inline'

interface FilterPanelProps {
  page: CataloguePage
  filter: ListFilter
  change: (filter: ListFilter) => void
  close: () => void
}

const none = { zh: '不限', en: 'Any' }

/** Chooses among the articles of a list. Every change shows at once. */
export default function FilterPanel({ page, filter, change, close }: FilterPanelProps) {
  const say = useSay()
  adoptStyles(css)
  const [asked, setAsked] = useState(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address brought another
  useEffect(() => setAsked(filter), [writeFilter(filter)])
  /** The address follows a moment later: what is being chosen does not wait for it. */
  const ask = (next: ListFilter) => {
    setAsked(next)
    change(next)
  }
  const set = (changes: Partial<ListFilter>) => ask({ ...asked, ...changes })
  return (
    <Panel
      title={say({ zh: '筛选与排序', en: 'Filter and sort' })}
      close={close}
      tools={
        <button type="button" className="icon-button" onClick={() => ask(noFilter)}>
          {say({ zh: '清除', en: 'Clear' })}
        </button>
      }
    >
      <form className="settings filter-form" onSubmit={event => event.preventDefault()}>
        <Group legend={{ zh: '只看', en: 'Only' }}>
          <Check words={filterWords.unread} isOn={asked.isUnread} set={isUnread => set({ isUnread })} />
          <Check words={filterWords.saved} isOn={asked.isSaved} set={isSaved => set({ isSaved })} />
          <Check
            words={filterWords.pictures}
            isOn={asked.hasPicture}
            set={hasPicture => set({ hasPicture })}
          />
        </Group>
        <Group legend={{ zh: '长短', en: 'Length' }}>
          <OneOf<ListFilter['length']>
            name="length"
            choices={[
              [null, none],
              ['short', filterWords.short],
              ['long', filterWords.long],
            ]}
            chosen={asked.length}
            choose={length => set({ length })}
          />
        </Group>
        <Sources page={page} chosen={asked.source} choose={source => set({ source })} />
        <Group legend={{ zh: '发布日期', en: 'Published' }}>
          <Day words={{ zh: '从', en: 'From' }} day={asked.from} set={from => set({ from })} />
          <Day words={{ zh: '到', en: 'To' }} day={asked.to} set={to => set({ to })} />
        </Group>
        <Group legend={{ zh: '顺序', en: 'Order' }}>
          <OneOf
            name="sort"
            choices={Object.entries(sortWords) as [Sort, Words][]}
            chosen={asked.sort}
            choose={sort => set({ sort })}
          />
        </Group>
      </form>
    </Panel>
  )
}

function Group({ legend, children }: { legend: Words; children: ReactNode }) {
  const say = useSay()
  return (
    <fieldset>
      <legend>{say(legend)}</legend>
      <div className="choices">{children}</div>
    </fieldset>
  )
}

function Check({ words, isOn, set }: { words: Words; isOn: boolean; set: (isOn: boolean) => void }) {
  const say = useSay()
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => set(target.checked)} />
      {say(words)}
    </label>
  )
}

interface OneOfProps<Choice> {
  name: string
  choices: [Choice, Words][]
  chosen: Choice
  choose: (choice: Choice) => void
}

function OneOf<Choice>({ name, choices, chosen, choose }: OneOfProps<Choice>) {
  const say = useSay()
  return choices.map(([choice, words]) => (
    <label key={words.en}>
      <input type="radio" name={name} checked={choice === chosen} onChange={() => choose(choice)} />
      {say(words)}
    </label>
  ))
}

/** A date that is being typed is none yet: it counts once it is whole. */
function Day({ words, day, set }: { words: Words; day: string | null; set: (day: string | null) => void }) {
  const say = useSay()
  return (
    <label className="day-field">
      {say(words)}
      <input
        key={day}
        type="date"
        defaultValue={day ?? ''}
        onChange={({ target }) => {
          if (target.value !== (day ?? '')) set(target.value || null)
        }}
      />
    </label>
  )
}

/** There where a list has several. */
function Sources({
  page,
  chosen,
  choose,
}: {
  page: CataloguePage
  chosen: string | null
  choose: (source: string | null) => void
}) {
  const say = useSay()
  const { data: sources = [] } = useQuery({
    queryKey: ['list-sources', page.list],
    queryFn: () => readSources(page),
  })
  const all = [...new Set([...sources, ...(chosen === null ? [] : [chosen])])]
  if (all.length < 2 && chosen === null) return null
  return (
    <label className="source-field">
      {say({ zh: '来源', en: 'Source' })}
      <select value={chosen ?? ''} onChange={({ target }) => choose(target.value || null)}>
        <option value="">{say(none)}</option>
        {all.map(source => (
          <option key={source}>{source}</option>
        ))}
      </select>
    </label>
  )
}

/** So many files of an index tell of all sources that matter. */
const ENOUGH_FILES = 10

/** The sources of a list, in the order of the alphabet. */
async function readSources(page: CataloguePage): Promise<string[]> {
  const files = Math.min(ENOUGH_FILES, indexFiles(page))
  const indexes = await Promise.all(Array.from({ length: files }, (_, file) => readIndex(page, file)))
  return [...new Set(indexes.flatMap(({ sources }) => sources))].sort((a, b) => a.localeCompare(b, 'zh'))
}
