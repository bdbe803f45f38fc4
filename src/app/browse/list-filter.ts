/** What the reader wants to see of a list, and in which order. It stands in the address. */
export interface ListFilter {
  isUnread: boolean
  isSaved: boolean
  hasPicture: boolean
  length: 'long' | 'short' | null
  /** The name of a source. */
  source: string | null
  /** Days, `2026-07-01`, in the site's zone. Both count. */
  from: string | null
  to: string | null
  sort: Sort
}

export type Sort = 'newest' | 'oldest' | 'longest' | 'shortest'

/** Minutes from which on an article is long, and up to which it is short. */
export const LONG = 10
export const SHORT = 3

export const noFilter: ListFilter = {
  isUnread: false,
  isSaved: false,
  hasPicture: false,
  length: null,
  source: null,
  from: null,
  to: null,
  sort: 'newest',
}

const sorts: Sort[] = ['newest', 'oldest', 'longest', 'shortest']

/** Takes a filter from the part of an address after `?`; what makes no sense there is left out. */
export function readFilter(search: string): ListFilter {
  const params = new URLSearchParams(search)
  const dayIn = (name: string) => {
    const day = params.get(name) ?? ''
    return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
  }
  return {
    isUnread: params.has('unread'),
    isSaved: params.has('saved'),
    hasPicture: params.has('pictures'),
    length: params.has('long') ? 'long' : params.has('short') ? 'short' : null,
    source: params.get('source') || null,
    from: dayIn('from'),
    to: dayIn('to'),
    sort: sorts.find(sort => sort === params.get('sort')) ?? 'newest',
  }
}

/** The filter as it stands in an address, with its `?`; nothing where there is none. */
export function writeFilter(filter: ListFilter): string {
  const { isUnread, isSaved, hasPicture, length, source, from, to, sort } = filter
  const parts = [
    isUnread && 'unread',
    isSaved && 'saved',
    hasPicture && 'pictures',
    length,
    source && `source=${encodeURIComponent(source)}`,
    from && `from=${from}`,
    to && `to=${to}`,
    sort !== 'newest' && `sort=${sort}`,
  ].filter(Boolean)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** How many things the filter asks for; the order is none of them. */
export const countAsked = ({ sort, ...asked }: ListFilter): number =>
  Object.values(asked).filter(Boolean).length

export const isByDate = ({ sort }: ListFilter): boolean => sort === 'newest' || sort === 'oldest'
