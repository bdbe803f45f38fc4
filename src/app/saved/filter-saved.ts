import { isSameLabel } from './labels.ts'
import type { Saved } from './saved-article.ts'

export const sorts = ['newest', 'oldest', 'shortest'] as const
export type Sort = (typeof sorts)[number]

/** Which saved articles are shown, and in which order. It stands in the address. */
export interface SavedFilter {
  /** In title, author or a label, whatever the case. */
  search: string
  /** Empty: those without a label. */
  label: string | null
  /** Only read or only unread ones. */
  isRead: boolean | null
  sort: Sort
}

export const showsAll: SavedFilter = { search: '', label: null, isRead: null, sort: 'newest' }

/** @param saved the last saved first */
export function filterSaved(
  saved: Saved[],
  { search, label, isRead, sort }: SavedFilter,
  isArticleRead: (id: string) => boolean,
): Saved[] {
  const words = search.trim().toLowerCase()
  const found = saved.filter(
    ({ articleId, title, author, labels }) =>
      (label === null ||
        (label === '' ? labels.length === 0 : labels.some(other => isSameLabel(other, label)))) &&
      (isRead === null || isArticleRead(articleId) === isRead) &&
      [title, author, ...labels].join('\n').toLowerCase().includes(words),
  )
  if (sort === 'oldest') return found.reverse()
  if (sort === 'shortest') return found.sort((a, b) => a.minutes - b.minutes)
  return found
}

/** The filter that an address asks for; what it does not know is left out. */
export function readFilter(params: URLSearchParams): SavedFilter {
  const show = params.get('show')
  const sort = params.get('sort') as Sort
  return {
    search: params.get('q') ?? '',
    label: params.get('label'),
    isRead: show === 'read' ? true : show === 'unread' ? false : null,
    sort: sorts.includes(sort) ? sort : 'newest',
  }
}

/** The other way round: nothing stands in the address that is so anyway. */
export const writeFilter = ({ search, label, isRead, sort }: SavedFilter): Record<string, string> => ({
  ...(search && { q: search }),
  ...(label !== null && { label }),
  ...(isRead !== null && { show: isRead ? 'read' : 'unread' }),
  ...(sort !== 'newest' && { sort }),
})
