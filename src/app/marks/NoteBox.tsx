import { useSay } from '../i18n/language.ts'
import { Beside } from './Beside.tsx'
import type { Mark } from './mark.ts'
import { NoteForm, type NoteFormProps } from './NoteForm.tsx'

interface NoteBoxProps {
  range: Range
  mark: Mark
  save: NoteFormProps['save']
  close: () => void
  reopen: () => void
}

/** Where a note is written while the article is read. */
export function NoteBox({ range, mark, save, close, reopen }: NoteBoxProps) {
  const say = useSay()
  return (
    <Beside range={range} role="dialog" label={say({ zh: '写笔记', en: 'Write a note' })} close={close}>
      <p className="mark-quote">{mark.quote}</p>
      <NoteForm mark={mark} save={save} cancel={close} reopen={reopen} />
    </Beside>
  )
}
