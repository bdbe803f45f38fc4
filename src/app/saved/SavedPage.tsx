import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { homePath, savedPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { articlesCounted } from '../browse/count.ts'
import { statesQuery } from '../history/article-states.ts'
import { visitsQuery } from '../history/history.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { everyVisit } from '../history/visit-filter.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { SPEED_VISITS, speedOf } from '../reading/reading-speed.ts'
import { readingTime } from '../reading/reading-time.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import panelCss from '../ui/panel.css?inline'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useLimit } from '../ui/use-limit.ts'
import { WasCleared } from '../ui/WasCleared.tsx'
import { filterSaved, readFilter, showsAll, writeFilter } from './filter-saved.ts'
import { LabelManager } from './LabelManager.tsx'
import editorCss from './label-editor.css?inline'
import { countLabels, isSameLabel } from './labels.ts'
import { SavedRow } from './SavedRow.tsx'
import { SavedTools } from './SavedTools.tsx'
import { Selected } from './Selected.tsx'
import { savedQuery } from './saved.ts'
import type { Saved } from './saved-article.ts'
import css from './saved-page.css?inline'
import '../history/history.css'

const title = { zh: '稍后读', en: 'Saved' }

/** How many articles are shown first, and how many more at a time. */
const STEP = 50

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '留着稍后读的文章，只存放在这台设备上。',
      en: 'Articles to read later, kept on this device only.',
    }),
    path: savedPath,
    isPrivate: true,
  }),
}

/** What the reader keeps for later. Search, filters and order stand in the address. */
export function Component() {
  const say = useSay()
  const { data: all, error } = useQuery(savedQuery)
  useEffect(() => {
    for (const each of [panelCss, editorCss, css]) adoptStyles(each)
  }, [])
  return (
    <div className="narrow history saved-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <NeedsScript />
      {error ? (
        <StorageRefused error={error} what={{ zh: '稍后读没有开启', en: 'Saving is off' }} />
      ) : (
        all && (all.length > 0 ? <List all={all} /> : <NothingSaved />)
      )}
    </div>
  )
}

function List({ all }: { all: Saved[] }) {
  const say = useSay()
  const { asked, address, change } = useAsked(readFilter, writeFilter)
  const [limit, showMore] = useLimit(STEP, address)
  /** The ids that the reader ticked; null while nothing can be. */
  const [ticked, setTicked] = useState<Set<string> | null>(null)
  const { data: states } = useQuery(statesQuery(all.map(({ articleId }) => articleId)))
  const labels = countLabels(all)
  // One that was renamed or taken away, perhaps in another tab, must not leave an empty page.
  const isGone = !!asked.label && !labels.some(({ label }) => isSameLabel(label, asked.label!))
  const filter = isGone ? { ...asked, label: null } : asked
  const found = filterSaved(all, filter, id => states?.[id]?.isRead ?? false)
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }

  return (
    <>
      <SavedTools
        filter={filter}
        change={change}
        labels={labels}
        hasUnlabelled={all.some(saved => saved.labels.length === 0)}
      />
      <div className="saved-sum">
        <TimeInAll saved={found} isRead={id => states?.[id]?.isRead ?? false} />
        <button
          type="button"
          className="icon-button"
          aria-pressed={ticked !== null}
          onClick={() => setTicked(ticked ? null : new Set())}
        >
          {say({ zh: '选择', en: 'Select' })}
        </button>
      </div>
      <ul className="saved-list">
        {found.slice(0, limit).map(saved => (
          <SavedRow
            key={saved.articleId}
            saved={saved}
            state={states?.[saved.articleId]}
            known={labels.map(({ label }) => label)}
            isTicked={ticked?.has(saved.articleId)}
            tick={() => tick(saved.articleId)}
            showLabel={label => change({ label })}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <div className="empty" role="status">
          <p>
            {say({ zh: '没有找到。换一个词或标签试试。', en: 'Nothing found. Try another word or label.' })}
          </p>
          <p>
            <button type="button" className="button quiet" onClick={() => change(showsAll)}>
              {say({ zh: '显示全部', en: 'Show all' })}
            </button>
          </p>
        </div>
      )}
      {found.length > limit && (
        <p className="more">
          <button className="button quiet" type="button" onClick={showMore}>
            {say({ zh: '更多', en: 'Show more' })}
          </button>
        </p>
      )}
      {labels.length > 0 && (
        <LabelManager
          labels={labels}
          all={all}
          onChange={(label, name) => {
            if (filter.label !== null && isSameLabel(filter.label, label)) change({ label: name })
          }}
        />
      )}
      {ticked && (
        <Selected
          all={found}
          ticked={ticked}
          known={labels.map(({ label }) => label)}
          setTicked={setTicked}
          close={() => setTicked(null)}
        />
      )}
    </>
  )
}

/** How many there are, and how long this reader will need for those that are not read. */
function TimeInAll({ saved, isRead }: { saved: Saved[]; isRead: (id: string) => boolean }) {
  const say = useSay()
  const { data: visits } = useQuery(visitsQuery(everyVisit, SPEED_VISITS))
  const unread = saved.filter(({ articleId }) => !isRead(articleId))
  const minutes = unread.reduce((sum, each) => sum + each.minutes, 0) / speedOf(visits ?? [])
  const articles = articlesCounted(saved.length)
  return (
    <p role="status">
      {minutes > 0
        ? say({
            zh: '{articles} · 读完还要 {time}',
            en: '{articles} · {time} to read',
            articles,
            time: readingTime(minutes),
          })
        : say(articles)}
    </p>
  )
}

function NothingSaved() {
  const say = useSay()
  return (
    <div className="empty needs-script">
      <WasCleared />
      <p>
        {say({
          zh: '还没有留着稍后读的文章。读文章时按工具栏里的书签，它就会在这里，离线也能读。',
          en: 'Nothing yet. Press the bookmark among an article’s tools: it will be here, also offline.',
        })}
      </p>
      <p>
        <Link className="button" to={homePath}>
          {say({ zh: '去读一篇', en: 'Find something to read' })}
        </Link>
      </p>
    </div>
  )
}
