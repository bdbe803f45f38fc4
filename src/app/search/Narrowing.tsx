import { formatNumber } from '../i18n/format.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import { hasOperator, withOperator } from './edit-query.ts'
import type { CategoryCount } from './messages.ts'

const periods: Record<string, { days: number; words: Words }> = {
  week: { days: 7, words: { zh: '最近 7 天', en: 'Last 7 days' } },
  month: { days: 30, words: { zh: '最近 30 天', en: 'Last 30 days' } },
  year: { days: 365, words: { zh: '最近一年', en: 'Last year' } },
}

interface NarrowingProps {
  typed: string
  categories: CategoryCount[]
  change: (typed: string) => void
}

/** Categories and times to narrow a search to. */
export function Narrowing({ typed, categories, change }: NarrowingProps) {
  const say = useSay()
  const language = useLanguage()
  const isIn = hasOperator(typed, 'in')
  const isDated = hasOperator(typed, 'after') || hasOperator(typed, 'before')
  return (
    <div className="narrowing">
      <select
        aria-label={say({ zh: '时间', en: 'Time' })}
        value={isDated ? 'own' : ''}
        onChange={({ target: { value } }) =>
          change(
            withOperator(
              withOperator(typed, 'before', null),
              'after',
              periods[value] ? daysAgo(periods[value].days) : null,
            ),
          )
        }
      >
        <option value="">{say({ zh: '全部时间', en: 'Any time' })}</option>
        {isDated && <option value="own">{say({ zh: '所选时间', en: 'Chosen time' })}</option>}
        {Object.entries(periods).map(([name, { words }]) => (
          <option key={name} value={name}>
            {say(words)}
          </option>
        ))}
      </select>
      {isIn ? (
        <button
          type="button"
          className="chip"
          aria-pressed="true"
          onClick={() => change(withOperator(typed, 'in', null))}
        >
          {say({ zh: '不限分类', en: 'Any category' })}
        </button>
      ) : (
        categories.length > 1 &&
        categories.map(({ names, count }) => (
          <button
            key={names.join('/')}
            type="button"
            className="chip"
            onClick={() => change(withOperator(typed, 'in', names.join('/')))}
          >
            {names.join(' / ')} <span className="count">{formatNumber(count, language)}</span>
          </button>
        ))
      )}
    </div>
  )
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
