import { queryOptions, useQuery } from '@tanstack/react-query'
import { backupPath } from '../../shared/addresses.ts'
import { queryClient } from '../data/query-client.ts'
import { useSay } from '../i18n/language.ts'
import { openDatabase } from '../storage/database.ts'
import { Link } from './Link.tsx'

const clearedQuery = queryOptions({
  queryKey: ['cleared'],
  queryFn: async (): Promise<boolean> => (await (await openDatabase()).get('own', 'clearedAt')) !== undefined,
})

async function forgetIt() {
  await (await openDatabase()).delete('own', 'clearedAt')
  await queryClient.invalidateQueries(clearedQuery)
}

/** Says where nothing is to be seen that it was the browser who cleared it, and what can be done. */
export function WasCleared() {
  const say = useSay()
  const { data: isCleared } = useQuery(clearedQuery)
  if (!isCleared) return null
  return (
    <div role="note">
      <p>
        {say({
          zh: '这里原来有记录，但浏览器清除了本站存放的数据。若有备份，可以恢复。',
          en: 'There was something here, but the browser cleared what this site keeps. If you have a backup, restore it.',
        })}
      </p>
      <p>
        <Link className="button" to={backupPath}>
          {say({ zh: '从备份恢复', en: 'Restore a backup' })}
        </Link>{' '}
        <button type="button" className="button quiet" onClick={() => void forgetIt()}>
          {say({ zh: '知道了', en: 'I see' })}
        </button>
      </p>
    </div>
  )
}
