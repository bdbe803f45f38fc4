import { Copy, NotebookPen, Quote, Share2, Trash2 } from 'lucide-react'
import { useSay } from '../i18n/language.ts'
import { Beside } from './Beside.tsx'
import { type Colour, colourNames, colours } from './mark.ts'
import { canShare, copyWithSource, copyWords, type Excerpt, shareExcerpt } from './send-quote.ts'

interface MarkMenuProps {
  range: Range
  label: string
  excerpt: Excerpt
  /** Those of a mark that is there already. */
  colour?: Colour
  note?: string
  choose: (colour: Colour) => void
  writeNote: () => void
  remove?: () => void
  close: () => void
}

/** What can be done with a passage. */
export function MarkMenu({
  range,
  label,
  excerpt,
  colour,
  note,
  choose,
  writeNote,
  remove,
  close,
}: MarkMenuProps) {
  const say = useSay()
  const send = (how: (excerpt: Excerpt) => Promise<void>) => {
    close()
    void how(excerpt)
  }
  const actions = [
    {
      words: note ? { zh: '改笔记', en: 'Edit note' } : { zh: '笔记', en: 'Note' },
      Icon: NotebookPen,
      run: writeNote,
    },
    { words: { zh: '复制', en: 'Copy' }, Icon: Copy, run: () => send(copyWords) },
    {
      words: { zh: '带出处复制', en: 'Copy with source' },
      short: { zh: '带出处', en: 'Cite' },
      Icon: Quote,
      run: () => send(copyWithSource),
    },
    ...(canShare()
      ? [{ words: { zh: '分享', en: 'Share' }, Icon: Share2, run: () => send(shareExcerpt) }]
      : []),
    ...(remove ? [{ words: { zh: '删除', en: 'Delete' }, Icon: Trash2, run: remove }] : []),
  ]
  return (
    <Beside range={range} role="toolbar" label={label} close={close}>
      {note && <p className="mark-note">{note}</p>}
      <div className="mark-colours">
        {colourNames.map(name => (
          <button
            key={name}
            type="button"
            className="icon-button"
            aria-label={say({ zh: '标为{colour}', en: 'Mark as {colour}', colour: colours[name] })}
            title={say(colours[name])}
            aria-pressed={colour && colour === name}
            onClick={() => choose(name)}
          >
            <span className="swatch" data-colour={name} />
          </button>
        ))}
      </div>
      <div className="mark-actions">
        {actions.map(({ words, short, Icon, run }) => (
          <button
            key={words.en}
            type="button"
            className="icon-button"
            aria-label={say(words)}
            title={say(words)}
            onClick={run}
          >
            <Icon aria-hidden="true" />
            <span aria-hidden="true">{say(short ?? words)}</span>
          </button>
        ))}
      </div>
    </Beside>
  )
}
