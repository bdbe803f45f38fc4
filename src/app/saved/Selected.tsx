import { useCallback, useState } from 'react'
import { articlesCounted } from '../browse/count.ts'
import { markWithUndo } from '../browse/mark-with-undo.ts'
import { useSay } from '../i18n/language.ts'
import { CloseButton } from '../ui/CloseButton.tsx'
import { takeOut } from './edit-saved.ts'
import { LabelEditor } from './LabelEditor.tsx'
import type { Saved } from './saved-article.ts'

interface SelectedProps {
  /** All that could be ticked. */
  all: Saved[]
  ticked: Set<string>
  known: string[]
  setTicked: (ticked: Set<string>) => void
  close: () => void
}

/** What can be done with all ticked articles at once: a bar at the window's foot. */
export function Selected({ all, ticked, known, setTicked, close }: SelectedProps) {
  const say = useSay()
  const [isEdited, setEdited] = useState(false)
  const closeEditor = useCallback(() => setEdited(false), [])
  const articles = all.filter(({ articleId }) => ticked.has(articleId))
  const ids = articles.map(({ articleId }) => articleId)
  const isNone = ids.length === 0
  return (
    <section className="selected" aria-label={say({ zh: '所选文章', en: 'Selected articles' })}>
      {isEdited && !isNone && <LabelEditor articles={articles} known={known} close={closeEditor} />}
      <div className="selected-tools">
        <p role="status">
          {say({ zh: '已选 {articles}', en: '{articles} selected', articles: articlesCounted(ids.length) })}
        </p>
        <button
          type="button"
          className="icon-button"
          onClick={() =>
            setTicked(ids.length === all.length ? new Set() : new Set(all.map(({ articleId }) => articleId)))
          }
        >
          {ids.length === all.length && !isNone
            ? say({ zh: '全不选', en: 'Select none' })
            : say({ zh: '全选', en: 'Select all' })}
        </button>
        <button
          type="button"
          className="icon-button"
          disabled={isNone}
          aria-expanded={isEdited && !isNone}
          onClick={() => setEdited(!isEdited)}
        >
          {say({ zh: '标签', en: 'Labels' })}
        </button>
        <button type="button" className="icon-button" disabled={isNone} onClick={() => void setRead(ids)}>
          {say({ zh: '标为已读', en: 'Mark read' })}
        </button>
        <button
          type="button"
          className="icon-button"
          disabled={isNone}
          onClick={() => void takeOut(ids).then(isGone => isGone && setTicked(new Set()))}
        >
          {say({ zh: '移出', en: 'Take out' })}
        </button>
        <CloseButton close={close} />
      </div>
    </section>
  )
}

const setRead = (ids: string[]) =>
  markWithUndo(ids, true, {
    zh: '{articles} 标为已读',
    en: '{articles} marked as read',
    articles: articlesCounted(ids.length),
  })
