import { useSay, type Words } from '../i18n/language.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { type SavedFilter, type Sort, sorts } from './filter-saved.ts'
import { isSameLabel, type LabelCount } from './labels.ts'

const sortWords: Record<Sort, Words> = {
  newest: { zh: '最新在前', en: 'Newest first' },
  oldest: { zh: '最早在前', en: 'Oldest first' },
  shortest: { zh: '最短在前', en: 'Shortest first' },
}

const shows: { isRead: boolean | null; words: Words }[] = [
  { isRead: null, words: { zh: '全部', en: 'All' } },
  { isRead: false, words: { zh: '未读', en: 'Unread' } },
  { isRead: true, words: { zh: '已读', en: 'Read' } },
]

interface SavedToolsProps {
  filter: SavedFilter
  change: (changes: Partial<SavedFilter>) => void
  labels: LabelCount[]
  hasUnlabelled: boolean
}

/** Search, filters and order. */
export function SavedTools({ filter, change, labels, hasUnlabelled }: SavedToolsProps) {
  const say = useSay()
  const chips = [
    ...labels.map(({ label, count }) => ({ label, words: label, count })),
    ...(labels.length > 0 && hasUnlabelled
      ? [{ label: '', words: say({ zh: '无标签', en: 'No label' }), count: undefined }]
      : []),
  ]
  const isChosen = (label: string) =>
    filter.label !== null && (label === '' ? filter.label === '' : isSameLabel(filter.label, label))
  return (
    <search className="saved-tools">
      <div className="history-tools">
        <SearchField
          search={filter.search}
          label={say({ zh: '在稍后读中查找', en: 'Search saved articles' })}
          placeholder={say({ zh: '查找标题、作者或标签', en: 'Title, author or label' })}
          change={search => change({ search })}
        />
      </div>
      <div className="saved-filters">
        <fieldset>
          <legend className="visually-hidden">{say({ zh: '读没读', en: 'Read or not' })}</legend>
          {shows.map(({ isRead, words }) => (
            <button
              key={words.en}
              type="button"
              className="label-chip"
              aria-pressed={filter.isRead === isRead}
              onClick={() => change({ isRead })}
            >
              {say(words)}
            </button>
          ))}
        </fieldset>
        <select
          aria-label={say({ zh: '顺序', en: 'Order' })}
          value={filter.sort}
          onChange={({ target }) => change({ sort: target.value as Sort })}
        >
          {sorts.map(sort => (
            <option key={sort} value={sort}>
              {say(sortWords[sort])}
            </option>
          ))}
        </select>
      </div>
      {chips.length > 0 && (
        <fieldset>
          <legend className="visually-hidden">{say({ zh: '标签', en: 'Labels' })}</legend>
          {chips.map(({ label, words, count }) => (
            <button
              key={label}
              type="button"
              className="label-chip"
              aria-pressed={isChosen(label)}
              onClick={() => change({ label: isChosen(label) ? null : label })}
            >
              {words} {count !== undefined && <span className="count">{count}</span>}
            </button>
          ))}
        </fieldset>
      )}
    </search>
  )
}
