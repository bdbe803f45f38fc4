import type { ListSubject } from '../../shared/article.ts'
import type { Say } from '../i18n/language.ts'
import { monthNamed } from './month.ts'

/** What a list is called. */
export function listName(subject: ListSubject, say: Say): string {
  if (subject.kind === 'author') return subject.name
  if (subject.kind === 'month') return say(monthNamed(subject.month))
  return subject.names.at(-1) ?? say({ zh: '全部文章', en: 'All articles' })
}
