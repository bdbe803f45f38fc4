import { useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { type Colour, colourNames, colours, type Mark } from './mark.ts'

export interface NoteFormProps {
  mark: Mark
  save: (changes: { colour: Colour; note: string }) => void
  cancel: () => void
}

/** The note and the colour of a mark. */
export function NoteForm({ mark, save, cancel }: NoteFormProps) {
  const say = useSay()
  const [note, setNote] = useState(mark.note)
  const [colour, setColour] = useState(mark.colour)
  const text = useRef<HTMLTextAreaElement>(null)
  const name = useId()
  useEffect(() => {
    text.current!.focus({ preventScroll: true })
    text.current!.setSelectionRange(mark.note.length, mark.note.length)
  }, [mark.note])
  const submit = () => save({ colour, note: note.trim() })
  return (
    <form
      className="note-form"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          cancel()
        }
      }}
    >
      <textarea
        ref={text}
        rows={3}
        value={note}
        aria-label={say({ zh: '笔记', en: 'Note' })}
        placeholder={say({ zh: '写下你的想法', en: 'What you think of it' })}
        onChange={({ target }) => setNote(target.value)}
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
                onChange={() => setColour(each)}
              />
              <span className="swatch" data-colour={each} />
              <span className="visually-hidden">{say(colours[each])}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <button type="button" className="button quiet" onClick={cancel}>
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
