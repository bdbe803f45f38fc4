import { useEffect } from 'react'
import { watchText } from '../article/body-text.ts'
import type { Reading } from '../reading/tools.ts'
import { annotate } from './annotate.ts'

/** Keeps rare characters annotated, also after their text is shown otherwise. */
export default function Pinyin({ article, body }: Reading) {
  useEffect(() => {
    let takeAway = () => {}
    let stopWatching = () => {}
    const start = () => {
      stopWatching()
      takeAway()
      for (const block of body.children) globalThis.typesetter?.updateText(block)
      const lang = body.closest('[lang]')?.getAttribute('lang') ?? article.lang
      takeAway = annotate(body, lang)
      stopWatching = watchText(body, start)
    }
    start()
    return () => {
      stopWatching()
      takeAway()
    }
  }, [article, body])
  return null
}
