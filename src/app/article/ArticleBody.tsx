import {
  type ComponentProps,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useNavigate } from 'react-router'
import { useSay } from '../i18n/language.ts'
import { subscribeSettings } from '../settings/setting-store.ts'
import { FIRST_PARTS, IN_DOCUMENT, isPartFirst, partsInDocument } from './body-parts.ts'
import { NOTHING, partsOf, purified } from './purify.ts'
import { setBlocks } from './typography.ts'

/** The text that came with the document, until a page has taken it over. */
let inDocument = globalThis.document?.querySelector('[data-article-body]')

/** The text of an article: the one place where HTML that is not ours enters the page. */
export function ArticleBody({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  const say = useSay()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => body.current!)
  const parts = useMemo(() => (html === IN_DOCUMENT ? partsInDocument() : partsOf(html)), [html])
  const isLong = parts.length > 1
  const safe = useMemo(
    () =>
      parts.map((part, index) => (isPartFirst(part, index) ? { __html: purified(part.html) } : undefined)),
    [parts],
  )
  useLayoutEffect(() => {
    const whole = body.current!
    // Where an extension had changed the page before the app came, React makes all of it anew, which has no text.
    if (safe[0]!.__html === NOTHING && inDocument && inDocument !== whole)
      whole.replaceChildren(...inDocument.childNodes)
    inDocument = null
    const set = () => {
      for (const element of isLong ? [...whole.children].slice(0, FIRST_PARTS) : [whole]) setBlocks(element)
    }
    set()
    return subscribeSettings(set)
  }, [isLong, safe])
  useEffect(() => {
    // It reads without: this comes with a script of its own, perhaps when the body is gone.
    const whole = body.current!
    const leaving = new AbortController()
    const fill = (element: Element, html: string) => {
      element.innerHTML = purified(html)
    }
    import('./enliven-body.ts')
      .then(({ enlivenBody }) => {
        if (!leaving.signal.aborted)
          void enlivenBody({ body: whole, parts, fill, say, navigate, signal: leaving.signal })
      })
      .catch(() => undefined)
    return () => leaving.abort()
  }, [parts, say, navigate])
  const attributes = { ref: body, className: 'article-body', 'data-article-body': '' }
  if (!isLong) return <Html {...attributes} safe={safe[0]} />
  return (
    <div {...attributes}>
      {parts.map(({ blocks }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: no part ever changes its place
        <Html key={index} className="article-part" data-blocks={blocks} safe={safe[index]} />
      ))}
    </div>
  )
}

function Html({ safe, ...attributes }: { safe: { __html: string } | undefined } & ComponentProps<'div'>) {
  return (
    <div
      {...attributes}
      suppressHydrationWarning // by then the text may be set, see typeset-document.ts
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the build and by DOMPurify
      dangerouslySetInnerHTML={safe}
    />
  )
}
