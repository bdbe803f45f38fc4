import { Tag, X } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { articlePath } from '../../shared/addresses.ts'
import type { ArticleState } from '../history/article-state.ts'
import { formatPercent, minutesOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import { ownTimes } from '../i18n/own-times.ts'
import { Cover } from '../ui/Cover.tsx'
import { Link } from '../ui/Link.tsx'
import { takeOut } from './edit-saved.ts'
import { LabelEditor } from './LabelEditor.tsx'
import type { Saved } from './saved-article.ts'

interface SavedRowProps {
  saved: Saved
  state: ArticleState | undefined
  known: string[]
  /** Undefined while nothing can be ticked. */
  isTicked: boolean | undefined
  tick: () => void
  showLabel: (label: string) => void
}

/** A saved article, its labels, and what can be done with it. */
export function SavedRow({ saved, state, known, isTicked, tick, showLabel }: SavedRowProps) {
  const say = useSay()
  const [isEdited, setEdited] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const { title, labels, cover } = saved
  const closeEditor = useCallback(() => {
    setEdited(false)
    pencil.current?.focus()
  }, [])
  return (
    <li data-read={state?.isRead || undefined}>
      <div className="saved-row">
        {isTicked !== undefined && (
          <label className="tick">
            <input type="checkbox" checked={isTicked} onChange={tick} />
            <span className="visually-hidden">
              {say({ zh: '选择《{title}》', en: 'Select “{title}”', title })}
            </span>
          </label>
        )}
        <Link to={articlePath(saved.articleId)}>
          {cover && <Cover picture={cover} />}
          <span className="saved-text">
            <span className="title">{title}</span>
            <Facts saved={saved} state={state} />
          </span>
        </Link>
        {isTicked === undefined && (
          <>
            <button
              ref={pencil}
              type="button"
              className="icon-button"
              aria-expanded={isEdited}
              aria-label={say({ zh: '《{title}》的标签', en: 'Labels of “{title}”', title })}
              title={say({ zh: '标签', en: 'Labels' })}
              onClick={() => setEdited(!isEdited)}
            >
              <Tag aria-hidden="true" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={say({ zh: '移出《{title}》', en: 'Take out “{title}”', title })}
              title={say({ zh: '移出', en: 'Take out' })}
              onClick={event => void remove(saved.articleId, event.currentTarget)}
            >
              <X aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {isEdited && isTicked === undefined ? (
        <LabelEditor articles={[saved]} known={known} close={closeEditor} />
      ) : (
        labels.length > 0 && (
          <ul className="row-labels" aria-label={say({ zh: '标签', en: 'Labels' })}>
            {labels.map(label => (
              <li key={label}>
                <button type="button" onClick={() => showLabel(label)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        )
      )}
    </li>
  )
}

function Facts({ saved, state }: Pick<SavedRowProps, 'saved' | 'state'>) {
  const say = useSay()
  const language = useLanguage()
  const { progress = 0, isRead = false } = state ?? {}
  return (
    <span key={language} className="meta">
      <span>{say(minutesOf(saved.minutes))}</span>
      {saved.author && <span>{saved.author}</span>}
      <span>
        {say({ zh: '{day}存', en: 'saved {day}', day: language => formatDay(saved.savedAt, language) })}
      </span>
      {isRead ? (
        <span>{say({ zh: '已读', en: 'Read' })}</span>
      ) : (
        progress >= 0.01 && (
          <span className="read-mark">
            {say({ zh: '读到 {percent}', en: '{percent} read', percent: formatPercent(progress, language) })}
          </span>
        )
      )}
    </span>
  )
}

const thisYear = ownTimes({ month: 'short', day: 'numeric' })
const otherYears = ownTimes({ dateStyle: 'medium' })

function formatDay(time: number, language: Language): string {
  const isThisYear = new Date(time).getFullYear() === new Date().getFullYear()
  return (isThisYear ? thisYear : otherYears)(time, language)
}

async function remove(articleId: string, button: HTMLElement) {
  const row = button.closest('li')
  const neighbour = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('a')
  if (!(await takeOut([articleId]))) return // The button is gone: the keyboard goes on beside it.
  ;(neighbour ?? document.querySelector<HTMLElement>('main h1'))?.focus()
}
