import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { type ToolProps, tools } from '../reading/tools.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Strip } from '../ui/Strip.tsx'
import css from './find.css?inline'
import { textToFind } from './find-hash.ts'
import { Finder, type Found } from './finder.ts'

/** Nobody types faster than this for long. */
const TYPING_MS = 120

const nothing: Found = { needle: '', count: 0, current: 0 }

/** What was looked for last: it is offered again. */
let lastNeedle = ''

/** Looks for words in the article, those too that a browser's own search does not see: folded up, or not drawn yet. */
export default function FindStrip({ body, close }: ToolProps) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const finder = useRef<Finder | null>(null)
  const [needle, setNeedle] = useState(() => selectedIn(body) || textToFind(location.hash) || lastNeedle)
  const [isComposing, setComposing] = useState(false)
  const [found, setFound] = useState(nothing)
  adoptStyles(css)

  useEffect(() => {
    finder.current = new Finder(body, setFound)
    return () => finder.current?.stop()
  }, [body])
  useEffect(() => {
    // Who comes from a search wants to read: no keyboard.
    if (textToFind(location.hash)) return
    field.current!.focus({ preventScroll: true })
    field.current!.select()
  }, [])
  useEffect(() => {
    lastNeedle = needle
    if (isComposing) return
    const timer = setTimeout(() => finder.current?.look(needle), TYPING_MS)
    return () => clearTimeout(timer)
  }, [needle, isComposing])

  const isFound = found.needle === needle && found.count > 0
  const go = (step: 1 | -1) => {
    // Whoever is quicker than the pause for typing wants the first hit.
    if (found.needle === needle) finder.current?.go(step)
    else finder.current?.look(needle)
  }
  const goOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    go(event.shiftKey ? -1 : 1)
  }

  return (
    <Strip label={say(tools.find.words)} close={close} isAtTop>
      <search className="find">
        <input
          ref={field}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={say({ zh: '要找的文字', en: 'Text to find' })}
          placeholder={say({ zh: '在文中查找', en: 'Find in article' })}
          value={needle}
          onChange={event => setNeedle(event.target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={goOnEnter}
        />
        <output
          aria-live="polite"
          data-none={(needle.trim() && found.needle === needle && !found.count) || undefined}
        >
          {told(found, needle)}
        </output>
      </search>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '上一处', en: 'Previous hit' })}
        disabled={!isFound}
        onClick={() => go(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '下一处', en: 'Next hit' })}
        disabled={!isFound}
        onClick={() => go(1)}
      >
        <ChevronDown aria-hidden="true" />
      </button>
    </Strip>
  )
}

function told({ needle, count, current }: Found, wanted: string): string {
  if (needle !== wanted || wanted.trim() === '') return ''
  return count === 0 ? '0 / 0' : `${current + 1} / ${count}`
}

/** Words of the body that are selected, if these are few. */
function selectedIn(body: HTMLElement): string {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !body.contains(selection.anchorNode)) return ''
  const text = selection.toString().trim()
  return text.length <= 60 && !text.includes('\n') ? text : ''
}
