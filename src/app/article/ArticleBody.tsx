import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useSay } from '../i18n/language.ts'
import { subscribeSettings } from '../settings/setting-store.ts'
import { purified } from './purify.ts'

/** The text of an article: the one place where HTML that is not ours enters the page. */
export function ArticleBody({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  const say = useSay()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => body.current!)
  const safe = useMemo(() => ({ __html: purified(html) }), [html])
  useLayoutEffect(() => {
    const set = () => globalThis.typesetter?.updateText(body.current!)
    set()
    return subscribeSettings(set)
  }, [])
  useEffect(() => {
    // It reads without: this comes with a script of its own.
    const leaving = new AbortController()
    import('./enliven-body.ts')
      .then(({ enlivenBody }) => {
        if (!leaving.signal.aborted) enlivenBody(body.current!, say, navigate, leaving.signal)
      })
      .catch(() => undefined)
    return () => leaving.abort()
  }, [say, navigate])
  return (
    <div
      ref={body}
      className="article-body"
      data-article-body=""
      suppressHydrationWarning // by then the text may be set, see typeset-document.ts
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the build and by DOMPurify
      dangerouslySetInnerHTML={safe}
    />
  )
}
