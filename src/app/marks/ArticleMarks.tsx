import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { useSay } from '../i18n/language.ts'
import type { Reading } from '../reading/tools.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import panelCss from '../ui/panel.css?inline'
import { toast } from '../ui/toast.ts'
import { type Draft, draftIn, dropDraft } from './drafts.ts'
import { changeMark, keepMark, keepNote, newMark, removeMark } from './edit-marks.ts'
import { MarkMenu } from './MarkMenu.tsx'
import { type Colour, colourNames, hasNote, MARK_HASH, type Mark } from './mark.ts'
import { markAt } from './mark-at.ts'
import coloursCss from './mark-colours.css?inline'
import { goToPassage, isBodyWhole, type PlacedMark, placeMarks, quoteOf } from './mark-place.ts'
import css from './marks.css?inline'
import { updateMark } from './marks.ts'
import { NoteBox } from './NoteBox.tsx'
import { paint, paintNothing } from './paint.ts'
import { usePlacedMarks } from './use-placed-marks.ts'
import { useSelection } from './use-selection.ts'

/** A mark whose menu is open, or whose note is being written: a new one is kept with its note only. */
interface Opened {
  mark: Mark
  range: Range
  isNoted?: boolean
}

/** Paints the marks of an article, and offers what can be done with a mark that is pressed or with selected text. */
export default function ArticleMarks({ article, body }: Reading) {
  const say = useSay()
  const placed = usePlacedMarks(article.id, body)
  const selection = useSelection(body)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [dismissed, setDismissed] = useState<Range | null>(null)
  const selected = !opened && selection.range !== dismissed ? selection.range : null
  adoptStyles(panelCss)
  adoptStyles(coloursCss)
  adoptStyles(css)
  usePaint(placed, opened)
  useArrival(placed)
  useLosses(placed, body)
  usePresses(placed, body, setOpened)
  useDraft(article.id, body, setOpened)

  const close = () => setOpened(null)
  const excerptOf = (words: string) => ({ words, title: article.title, articleId: article.id })
  const quoteIn = (range: Range) => {
    const quote = quoteOf(body, range)
    if (!quote) toast({ words: { zh: '选的文字太长，不能标记。', en: 'Too much is selected to be marked.' } })
    return quote
  }
  const highlight = async (range: Range, colour: Colour) => {
    const quote = quoteIn(range)
    if (!quote) return
    const same = placed.find(({ mark, start }) => start === quote.start && mark.quote === quote.quote)
    const isKept = same ? changeMark(same.mark, { colour }) : keepMark(newMark(article, quote, { colour }))
    if (await isKept) selection.clear()
  }
  const beginNote = (range: Range) => {
    const quote = quoteIn(range)
    if (!quote) return
    const same = placed.find(({ mark, start }) => start === quote.start && mark.quote === quote.quote)
    const mark = same?.mark ?? newMark(article, quote, { colour: 'yellow' })
    setOpened({ mark, range, isNoted: true })
  }
  const saveNote = async (mark: Mark, upon: string) => {
    const isKept = await keepNote(mark, upon)
    if (isKept) close()
    return isKept
  }

  return (
    <>
      <p className="visually-hidden" role="status">
        {selected && say({ zh: '按 Tab 键可标记所选文字', en: 'Press Tab to mark what is selected' })}
      </p>
      {selected && (
        <MarkMenu
          range={selected}
          label={say({ zh: '标记所选文字', en: 'Mark the selection' })}
          excerpt={excerptOf(getSelection()!.toString())}
          choose={colour => void highlight(selected, colour)}
          writeNote={() => beginNote(selected)}
          close={() => setDismissed(selection.range)}
        />
      )}
      {opened && !opened.isNoted && (
        <MarkMenu
          range={opened.range}
          label={say({ zh: '这处标记', en: 'This mark' })}
          excerpt={excerptOf(opened.mark.quote)}
          colour={opened.mark.colour}
          note={opened.mark.note}
          choose={colour => {
            close()
            void changeMark(opened.mark, { colour })
          }}
          writeNote={() => setOpened({ ...opened, isNoted: true })}
          remove={() => {
            close()
            void removeMark(opened.mark)
          }}
          close={close}
        />
      )}
      {opened?.isNoted && (
        <NoteBox
          range={opened.range}
          mark={opened.mark}
          save={(changes, upon) => saveNote({ ...opened.mark, ...changes }, upon)}
          close={close}
          reopen={() => setOpened(opened)}
        />
      )}
    </>
  )
}

function usePaint(placed: PlacedMark[], opened: Opened | null) {
  useEffect(() => {
    const rangesOf = (belongs: (mark: Mark) => boolean) =>
      placed.flatMap(({ mark, range }) => (range && belongs(mark) ? [range] : []))
    for (const name of colourNames)
      paint(
        name,
        rangesOf(({ colour }) => colour === name),
      )
    paint('note', rangesOf(hasNote))
  }, [placed])
  useEffect(() => paint('pending', opened ? [opened.range] : []), [opened])
  useEffect(() => paintNothing, [])
}

/** A press on a mark opens its menu; links and buttons in it do what they are for. */
function usePresses(placed: PlacedMark[], body: HTMLElement, open: (opened: Opened) => void) {
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const isTaken =
        event.defaultPrevented ||
        getSelection()?.isCollapsed === false ||
        (event.target as Element).closest('a, button, summary, input, img, video, audio, iframe')
      const found = isTaken ? null : markAt(placed, event.clientX, event.clientY)
      if (!found) return
      event.preventDefault()
      open({ mark: found.mark, range: found.range! })
    }
    body.addEventListener('click', press)
    return () => body.removeEventListener('click', press)
  }, [placed, body, open])
}

/** Offers to go on with a note that was being written when the page went away, until it is finished, perhaps in another tab. */
function useDraft(articleId: string, body: HTMLElement, open: (opened: Opened) => void) {
  useEffect(() => {
    if (!draftIn(articleId)) return
    const goOn = () => {
      const draft = draftIn(articleId)
      if (!draft) return
      const range = placeMarks(body, [draft.mark])[0]?.range
      if (!range) return void keepLost(draft)
      goToPassage(range)
      open({ mark: draft.mark, range, isNoted: true })
    }
    const takeAway = toast({
      words: { zh: '有一条没写完的笔记', en: 'A note is not finished' },
      action: { words: { zh: '继续写', en: 'Go on with it' }, run: goOn },
      stays: true,
    })
    const look = () => {
      if (!draftIn(articleId)) takeAway()
    }
    addEventListener('storage', look)
    return () => {
      removeEventListener('storage', look)
      takeAway()
    }
  }, [articleId, body, open])
}

/** The passage is no longer there to write beside. */
async function keepLost({ mark, upon }: Draft) {
  if (!(await keepNote(mark, upon))) return
  dropDraft(mark.id)
  toast({
    words: {
      zh: '原文已变，笔记收在“我的标记”里。',
      en: 'The text has changed: the note is among your marks.',
    },
  })
}

/** Goes to the mark that the address names, once it has been found. Back returns to where the reader was instead. */
function useArrival(placed: PlacedMark[]) {
  const { hash, key } = useLocation()
  const isBack = useNavigationType() === 'POP' && key !== 'default'
  const arrived = useRef('')
  useEffect(() => {
    if (isBack || !hash.startsWith(MARK_HASH) || arrived.current === key) return
    const wanted = placed.find(({ mark }) => hash === MARK_HASH + encodeURIComponent(mark.id))
    if (!wanted?.range) return
    arrived.current = key
    goToPassage(wanted.range)
  }, [placed, hash, key, isBack])
}

/** Notes which marks the article does not hold any more, for the page that lists them all. */
function useLosses(placed: PlacedMark[], body: HTMLElement) {
  // Another tab may see another version of the article: each says its word once.
  const noted = useRef(new Set<string>())
  useEffect(() => {
    if (!isBodyWhole(body)) return
    for (const { mark, range } of placed) {
      const isLost = range === null
      if (isLost === (mark.isLost ?? false) || noted.current.has(mark.id)) continue
      noted.current.add(mark.id)
      updateMark(mark.id, { isLost }).catch(() => undefined)
    }
  }, [placed, body])
}
