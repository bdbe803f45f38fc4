import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { articlePath } from '../../shared/addresses.ts'
import { formatPercent } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { keepShelfRoom } from './shelf-room.ts'
import type { Visit } from './visit.ts'
import './shelf.css'

const SHELF_SIZE = 3

const shelfQuery = queryOptions({
  queryKey: ['history', 'shelf'],
  queryFn: async (): Promise<Visit[]> => {
    const { readUnfinished } = await import('./history.ts')
    return readUnfinished(SHELF_SIZE)
  },
})

/** What the reader began and did not finish. Its room is kept from the first paint on, by `data-shelf` on the root. */
export function ContinueShelf() {
  const say = useSay()
  const language = useLanguage()
  const { data: visits, isPending } = useQuery(shelfQuery)
  const isFull = visits && visits.length > 0
  useEffect(() => {
    if (!isPending) keepShelfRoom(!!isFull)
  }, [isPending, isFull])

  return (
    <section className="shelf" aria-labelledby="shelf">
      <h2 id="shelf">{say({ zh: '继续阅读', en: 'Continue reading' })}</h2>
      <ul>
        {visits?.map(visit => (
          <li key={visit.id}>
            <Link to={articlePath(visit.articleId)}>
              <span className="title">{visit.title}</span>
              <progress max={1} value={visit.progress} aria-hidden="true" />
              <span className="meta-text">
                {say({
                  zh: '读到 {percent}',
                  en: '{percent} read',
                  percent: formatPercent(visit.progress, language),
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
