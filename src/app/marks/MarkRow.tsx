import { Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLanguage, useSay } from '../i18n/language.ts'
import { ownTimes } from '../i18n/own-times.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import panelCss from '../ui/panel.css?inline'
import { draftOf } from './drafts.ts'
import { changeMark, removeMark } from './edit-marks.ts'
import { colours, type Mark } from './mark.ts'
import coloursCss from './mark-colours.css?inline'
import css from './mark-row.css?inline'
import { NoteForm } from './NoteForm.tsx'

interface MarkRowProps {
  mark: Mark
  isLost: boolean
  /** The quote, as what leads to its place. */
  children: ReactNode
}

const formatDay = ownTimes({ dateStyle: 'medium' })

/** A mark in a list, where it can be changed and taken away. */
export function MarkRow({ mark, isLost, children }: MarkRowProps) {
  const say = useSay()
  const language = useLanguage()
  const [isEdited, setEdited] = useState(false)
  adoptStyles(panelCss)
  adoptStyles(coloursCss)
  adoptStyles(css)
  const draft = draftOf(mark.id)
  const beginning = mark.quote.slice(0, 20)
  return (
    <li className="mark-row" data-colour={mark.colour}>
      <blockquote>{children}</blockquote>
      {isEdited ? (
        <NoteForm
          mark={mark}
          cancel={() => setEdited(false)}
          reopen={() => setEdited(true)}
          save={async (changes, upon) => {
            const isKept = await changeMark(mark, changes, upon)
            if (isKept) setEdited(false)
            return isKept
          }}
        />
      ) : (
        <>
          {mark.note && <p className="mark-note">{mark.note}</p>}
          {draft && (
            <p className="mark-note">
              {say({ zh: '没写完：{note}', en: 'Not finished: {note}', note: draft.mark.note })}
            </p>
          )}
          <div className="mark-row-foot">
            <p className="meta">
              <span>{say(colours[mark.colour])}</span>
              <time dateTime={new Date(mark.createdAt).toISOString()}>
                {formatDay(mark.createdAt, language)}
              </time>
              {isLost && <span>{say({ zh: '原文里已找不到', en: 'No longer in the article' })}</span>}
            </p>
            <button
              type="button"
              className="icon-button"
              aria-label={say({ zh: '修改“{beginning}”', en: 'Edit “{beginning}”', beginning })}
              onClick={() => setEdited(true)}
            >
              <Pencil aria-hidden="true" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={say({ zh: '删除“{beginning}”', en: 'Delete “{beginning}”', beginning })}
              onClick={event => void remove(mark, event.currentTarget)}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </div>
        </>
      )}
    </li>
  )
}

async function remove(mark: Mark, button: HTMLElement) {
  const row = button.closest('li')
  const neighbour = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>(
    'a, button',
  )
  const around = button.closest<HTMLElement>('[role="dialog"]')
  if (!(await removeMark(mark))) return // The button is gone: the keyboard goes on beside it.
  ;(neighbour ?? around ?? document.querySelector<HTMLElement>('main h1'))?.focus()
}
