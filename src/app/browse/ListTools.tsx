import { useState } from 'react'
import { offlinePath } from '../../shared/addresses.ts'
import type { CataloguePage } from '../../shared/article.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { useWanted } from '../ui/use-wanted.ts'
import { countAsked, type ListFilter } from './list-filter.ts'

interface ListToolsProps {
  page: CataloguePage
  filter: ListFilter
  change: (filter: ListFilter) => void
  /** The ids of what is shown of the list. */
  readIds: () => Promise<string[]>
}

/** What can be done with a list as a whole. */
export function ListTools({ page, filter, change, readIds }: ListToolsProps) {
  const say = useSay()
  const language = useLanguage()
  const [opened, setOpened] = useState<'filter' | 'look' | null>(null)
  const toggle = (panel: 'filter' | 'look') => setOpened(opened === panel ? null : panel)
  const close = () => setOpened(null)
  const FilterPanel = useWanted(opened === 'filter', () => import('./FilterPanel.tsx'), close)
  const LookPanel = useWanted(opened === 'look', () => import('./ListLookPanel.tsx'), close)
  const asked = countAsked(filter)
  const filterLabel = say({ zh: '筛选与排序', en: 'Filter and sort' })
  const lookLabel = say({ zh: '列表样式', en: 'List layout' })
  const allReadLabel = say({ zh: '全部标为已读', en: 'Mark all as read' })
  const offlineLabel = say({ zh: '下载到离线', en: 'Download for offline' })
  return (
    // Made anew in another language: words of another width would push their neighbours aside.
    <div
      key={language}
      className="list-tools"
      role="toolbar"
      aria-label={say({ zh: '列表工具', en: 'List tools' })}
    >
      <button
        type="button"
        aria-pressed={filter.isUnread}
        onClick={() => change({ ...filter, isUnread: !filter.isUnread })}
      >
        {say({ zh: '未读', en: 'Unread' })}
      </button>
      <button
        type="button"
        aria-label={filterLabel}
        title={filterLabel}
        aria-expanded={opened === 'filter'}
        onClick={() => toggle('filter')}
      >
        <Icon path="M3 5h14M6 10h8M8.5 15h3" />
        {asked > 0 && <span className="count">{asked}</span>}
      </button>
      <button
        type="button"
        aria-label={lookLabel}
        title={lookLabel}
        aria-expanded={opened === 'look'}
        onClick={() => toggle('look')}
      >
        <Icon path="M3 4h5v5H3zM3 12h5v4H3zM11 5h6M11 8h4M11 13h6M11 16h4" />
      </button>
      <button
        type="button"
        aria-label={allReadLabel}
        title={allReadLabel}
        onClick={() =>
          void import('./mark-with-undo.ts')
            .then(({ markAllRead }) => markAllRead(readIds))
            .catch(() => undefined)
        }
      >
        <Icon path="m2 10.5 4 4 8.5-9M10 14l.5.5 8-9" />
      </button>
      <Link
        to={`${offlinePath}?list=${encodeURIComponent(page.list)}`}
        aria-label={offlineLabel}
        title={offlineLabel}
      >
        <Icon path="M10 3v10M6 9.5l4 4 4-4M4 17h12" />
      </Link>
      {FilterPanel && <FilterPanel page={page} filter={filter} change={change} close={close} />}
      {LookPanel && <LookPanel close={close} />}
    </div>
  )
}

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
