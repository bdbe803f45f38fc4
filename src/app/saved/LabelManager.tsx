import { Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { relabel } from './edit-saved.ts'
import {
  asKnownLabel,
  isSameLabel,
  LABEL_LENGTH,
  type LabelCount,
  renamedLabel,
  withoutLabel,
} from './labels.ts'
import type { Saved } from './saved-article.ts'

interface LabelManagerProps {
  labels: LabelCount[]
  all: Saved[]
  /** Is told what a label is called now; null if it is gone. */
  onChange: (label: string, name: string | null) => void
}

/** All labels, to be renamed, put together under one name, or taken away. */
export function LabelManager(props: LabelManagerProps) {
  const say = useSay()
  return (
    <details className="label-manager">
      <summary>{say({ zh: '整理标签', en: 'Manage labels' })}</summary>
      <ul>
        {props.labels.map(each => (
          <LabelRow key={each.label} {...each} {...props} />
        ))}
      </ul>
    </details>
  )
}

function LabelRow({ label, count, labels, all, onChange }: LabelCount & LabelManagerProps) {
  const say = useSay()
  const [isRenamed, setRenamed] = useState(false)
  const ids = all
    .filter(saved => saved.labels.some(other => isSameLabel(other, label)))
    .map(({ articleId }) => articleId)
  const rename = (typed: string) => {
    const others = labels.map(other => other.label).filter(other => other !== label)
    const name = asKnownLabel(typed, others)
    setRenamed(false)
    if (name === '' || name === label) return
    void relabel(ids, each => renamedLabel(each, label, name), {
      zh: '“{label}”改成了“{name}”',
      en: '“{label}” is now “{name}”',
      label,
      name,
    })
    onChange(label, name)
  }
  const remove = () => {
    void relabel(ids, each => withoutLabel(each, label), {
      zh: '已删除标签“{label}”，文章还在',
      en: 'Label “{label}” deleted; its articles stay',
      label,
    })
    onChange(label, null)
  }
  if (isRenamed)
    return (
      <li>
        <RenameForm label={label} rename={rename} cancel={() => setRenamed(false)} />
      </li>
    )
  return (
    <li>
      <span className="title">
        {label} <span className="count">{count}</span>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '重命名“{label}”', en: 'Rename “{label}”', label })}
        onClick={() => setRenamed(true)}
      >
        <Pencil aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '删除标签“{label}”', en: 'Delete label “{label}”', label })}
        onClick={event => {
          // The button goes with its row: the keyboard goes on beside it.
          event.currentTarget.closest('details')!.querySelector('summary')!.focus()
          remove()
        }}
      >
        <Trash2 aria-hidden="true" />
      </button>
    </li>
  )
}

interface RenameFormProps {
  label: string
  rename: (name: string) => void
  cancel: () => void
}

function RenameForm({ label, rename, cancel }: RenameFormProps) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current!.select(), [])
  return (
    <form
      className="label-field"
      onSubmit={event => {
        event.preventDefault()
        rename(field.current!.value)
      }}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel()
      }}
    >
      <input
        ref={field}
        defaultValue={label}
        maxLength={LABEL_LENGTH}
        aria-label={say({ zh: '“{label}”的新名字', en: 'New name of “{label}”', label })}
      />
      <button type="submit" className="button">
        {say({ zh: '改名', en: 'Rename' })}
      </button>
      <button type="button" className="button quiet" onClick={cancel}>
        {say({ zh: '取消', en: 'Cancel' })}
      </button>
    </form>
  )
}
