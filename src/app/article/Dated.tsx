import { useSyncExternalStore } from 'react'
import { useLanguage, useSay } from '../i18n/language.ts'
import { OLD, yearsSince } from './age.ts'

const neverChanges = () => () => undefined

/**
 * Says that an article is old, by the reader's clock. The build does not know that: in a document the line is there for
 * every article, and `start-document.ts` says before the first paint whether it shows, and with which number.
 */
export function Dated({ date }: { date: string }) {
  const say = useSay()
  const language = useLanguage()
  const years = useSyncExternalStore(
    neverChanges,
    () => yearsSince(date),
    () => null,
  )
  if (years !== null && years < OLD) return null
  const number = years ?? <span className="years" />
  const [before, after] = say({
    zh: '本文发布于 {years} 年前，内容可能已经过时。',
    en: 'Published {years} years ago; may be out of date.',
    years: '|',
  }).split('|')
  return (
    <p key={language} className="dated" lang={language} data-unread={years === null ? '' : undefined}>
      {before}
      {number}
      {after}
    </p>
  )
}
