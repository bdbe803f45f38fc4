import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useSay } from '../i18n/language.ts'
import { purified } from './purify.ts'
import { watchPictures } from './watch-pictures.ts'

/** The text of an article: the one place where HTML that is not ours enters the page. */
export function ArticleBody({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  const say = useSay()
  const body = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => body.current!)
  const safe = useMemo(() => ({ __html: purified(html) }), [html])
  useEffect(() => watchPictures(body.current!, say), [say])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the build and by DOMPurify
  return <div ref={body} className="article-body" data-article-body="" dangerouslySetInnerHTML={safe} />
}
