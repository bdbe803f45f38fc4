import { formatNumber } from '../i18n/format.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import { type Kind, kinds } from '../storage/rules.ts'
import type { Counts, Plan } from './plan.ts'

export const kindNames: Record<Kind, Words> = {
  visits: { zh: '阅读记录', en: 'Visits' },
  marks: { zh: '标记与笔记', en: 'Marks and notes' },
  saved: { zh: '稍后读', en: 'Saved' },
  readMarks: { zh: '已读标记', en: 'Read and unread marks' },
  mutes: { zh: '屏蔽规则', en: 'Mute rules' },
  settings: { zh: '设置', en: 'Settings' },
}

const countNames: Record<keyof Counts, Words> = {
  added: { zh: '新增', en: 'New' },
  changed: { zh: '改变', en: 'Changed' },
  deleted: { zh: '删除', en: 'Deleted' },
  same: { zh: '不变', en: 'Same' },
}
const columns = Object.keys(countNames) as (keyof Counts)[]

/** What restoring would change, before it does; while that is worked out, the place for it. */
export function PlanTable({ plan }: { plan: Plan | null }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <table className="plan" aria-busy={!plan}>
      <caption>{say({ zh: '会改变什么', en: 'What will change' })}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(name => (
            <th key={name} scope="col">
              {say(countNames[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map(kind => (
          <tr key={kind}>
            <th scope="row">{say(kindNames[kind])}</th>
            {columns.map(name => (
              <td key={name} data-is={plan && plan.counts[kind][name] > 0 ? name : undefined}>
                {plan ? formatNumber(plan.counts[kind][name], language) : ' '}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
