import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useSay } from '../i18n/language.ts'
import { purified } from './purify.ts'
import { watchPictures } from './watch-pictures.ts'

/** The text of an article: the one place where HTML that is not ours enters the page. */
export function ArticleBody({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  const say = useSay()
  const navigate = useNavigate()
  const body = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => body.current!)
  const safe = useMemo(() => ({ __html: purified(html) }), [html])
  useEffect(() => watchPictures(body.current!, say), [say])
  useEffect(() => {
    // A jump within the article through the router, so that Back returns to where the reader was.
    const jump = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void navigate({ hash: link.hash })
    }
    const element = body.current!
    element.addEventListener('click', jump)
    return () => element.removeEventListener('click', jump)
  }, [navigate])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the build and by DOMPurify
  return <div ref={body} className="article-body" data-article-body="" dangerouslySetInnerHTML={safe} />
}
