import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'
import { type Colour, colourNames, colours, type Mark } from './mark.ts'

export interface NoteFormProps {
  mark: Mark
  /**
   * @param upon the note that this one was written upon
   * @returns whether it could be kept
   */
  save: (changes: { colour: Colour; note: string }, upon: string) => Promise<boolean>
  cancel: () => void
  /** Opens the form anew, after it was cancelled. */
  reopen: () => void
}

/** The note and the colour of a mark, as it was being written if that is not finished. */
export function NoteForm({ mark, save, cancel, reopen }: NoteFormProps) {
  const say = useSay()
  const [{ mark: begun, upon }] = useState(() => draftOf(mark.id) ?? { mark, upon: mark.note })
  const [{ note, colour }, setWritten] = useState<Pick<Mark, 'note' | 'colour'>>(begun)
  const text = useRef<HTMLTextAreaElement>(null)
  const name = useId()
  useEffect(() => {
    const { length } = text.current!.value
    text.current!.focus({ preventScroll: true })
    text.current!.setSelectionRange(length, length)
  }, [])
  const change = (changes: Partial<Mark>) => {
    const written = { note, colour, ...changes }
    setWritten(written)
    keepDraft({ mark: { ...mark, ...written }, upon })
  }
  const goOn = () => {
    keepDraft({ mark: { ...mark, note, colour }, upon })
    reopen()
  }
  const submit = async () => {
    if (await save({ colour, note: note.trim() }, upon)) dropDraft(mark.id, { note, colour })
  }
  const giveUp = () => {
    dropDraft(mark.id, { note, colour })
    cancel()
    if (note.trim() === '' || note.trim() === mark.note) return
    const words = { zh: '刚写的没有保存', en: 'What you wrote was not kept' }
    toast({ words, action: { words: undo, run: goOn } })
  }
  return (
    <form
      className="note-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          giveUp()
        }
      }}
    >
      <textarea
        ref={text}
        rows={3}
        value={note}
        aria-label={say({ zh: '笔记', en: 'Note' })}
        placeholder={say({ zh: '写下你的想法', en: 'What you think of it' })}
        onChange={({ target }) => change({ note: target.value })}
      />
      <div className="note-form-foot">
        <fieldset>
          <legend className="visually-hidden">{say({ zh: '颜色', en: 'Colour' })}</legend>
          {colourNames.map(each => (
            <label key={each} title={say(colours[each])}>
              <input
                type="radio"
                className="visually-hidden"
                name={name}
                checked={each === colour}
                onChange={() => change({ colour: each })}
              />
              <span className="swatch" data-colour={each} />
              <span className="visually-hidden">{say(colours[each])}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <button type="button" className="button quiet" onClick={giveUp}>
            {say({ zh: '取消', en: 'Cancel' })}
          </button>
          <button type="submit" className="button">
            {say({ zh: '保存', en: 'Save' })}
          </button>
        </div>
      </div>
    </form>
  )
}
