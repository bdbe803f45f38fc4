import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { relabel } from './edit-saved.ts'
import { asKnownLabel, isSameLabel, LABEL_LENGTH, withLabel, withoutLabel } from './labels.ts'
import type { Saved } from './saved-article.ts'

interface LabelEditorProps {
  /** Whose labels are edited: what is pressed goes for all of them. */
  articles: Saved[]
  /** All labels that there are. */
  known: string[]
  /** Called with Escape, and when the reader is done; without it nothing closes. */
  close?: () => void
}

/** Labels to press, and a field for new ones, which also finds those that there are. */
export function LabelEditor({ articles, known, close }: LabelEditorProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const fieldId = useId()
  const offered = useSteady(known)
  const ids = articles.map(({ articleId }) => articleId)
  const label = asKnownLabel(typed, offered)
  const isNew = label !== '' && !offered.includes(label)
  const shown = offered.filter(each => each.toLowerCase().includes(typed.trim().toLowerCase()))

  useEffect(() => {
    if (close) field.current!.focus({ preventScroll: true })
  }, [close])

  const havingIt = (each: string) =>
    articles.filter(({ labels }) => labels.some(other => isSameLabel(other, each))).length
  const toggle = (each: string) => {
    const change = havingIt(each) === articles.length ? withoutLabel : withLabel
    void relabel(ids, labels => change(labels, each))
  }
  const add = () => {
    if (label === '') return close?.()
    void relabel(ids, labels => withLabel(labels, label))
    setTyped('')
    field.current!.focus()
  }

  return (
    <form
      className="label-editor"
      aria-label={say({ zh: '标签', en: 'Labels' })}
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !close) return
        event.stopPropagation()
        close()
      }}
    >
      <div className="label-field">
        <label className="visually-hidden" htmlFor={fieldId}>
          {say({ zh: '新标签', en: 'New label' })}
        </label>
        <input
          ref={field}
          id={fieldId}
          value={typed}
          maxLength={LABEL_LENGTH}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={say({ zh: '写下或选择标签', en: 'Type or choose a label' })}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button quiet" disabled={label === ''}>
          {isNew || label === '' ? say({ zh: '新建', en: 'Create' }) : say({ zh: '加上', en: 'Add' })}
        </button>
        {close && (
          <button type="button" className="button" onClick={close}>
            {say({ zh: '好了', en: 'Done' })}
          </button>
        )}
      </div>
      {shown.length > 0 && (
        <ul className="label-choices" aria-label={say({ zh: '已有的标签', en: 'Your labels' })}>
          {shown.map(each => {
            const count = havingIt(each)
            return (
              <li key={each}>
                <button
                  type="button"
                  className="label-chip"
                  aria-pressed={count === 0 ? false : count === articles.length || 'mixed'}
                  onClick={() => toggle(each)}
                >
                  {each}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </form>
  )
}

/** The same labels in the same order while they are pressed: what is added comes last, and nothing goes. */
function useSteady(known: string[]): string[] {
  const [first, setFirst] = useState(known)
  const added = known.filter(label => !first.includes(label))
  if (added.length > 0) setFirst([...first, ...added])
  return first
}
