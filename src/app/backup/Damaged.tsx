import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSay } from '../i18n/language.ts'
import { download } from '../ui/download.ts'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { dayForName } from './moment.ts'

const damagedQuery = queryOptions({
  queryKey: ['damaged'],
  queryFn: async () => (await import('./damaged.ts')).readDamaged(),
})

/** Says how many records cannot be read, where there are any or none can be, and gives them to who wants to see them. */
export function Damaged() {
  const say = useSay()
  const { data: damaged = [], error } = useQuery(damagedQuery)
  if (error)
    return <StorageRefused error={error} what={{ zh: '现在不能备份', en: 'Nothing can be backed up now' }} />
  if (damaged.length === 0) return null
  const save = () =>
    download(
      `shiye-damaged-${dayForName()}.json`,
      new Blob([JSON.stringify(damaged, null, 2)], { type: 'application/json' }),
    )
  return (
    <section>
      <h2>{say({ zh: '读不出来的记录', en: 'Records that cannot be read' })}</h2>
      <p>
        {say({
          zh: '有 {count} 条记录已损坏，读不出来。它们被搁在一边，没有删除，也不影响别的记录。',
          en: '{count} records are damaged and cannot be read. They are set aside, not deleted, and do not affect others.',
          count: damaged.length,
        })}
      </p>
      <button type="button" className="button quiet" onClick={save}>
        {say({ zh: '下载这些记录', en: 'Download these records' })}
      </button>
    </section>
  )
}
