import type { ListIndex, Summary } from '../../shared/article.ts'
import { startOfDay } from '../data/site-day.ts'
import { type ListFilter, LONG, SHORT, type Sort } from './list-filter.ts'

/** What the filter cannot know from the list. */
export interface Readings {
  read: ReadonlySet<string>
  saved: ReadonlySet<string>
}

/** An article that a filter asks for. */
export interface Chosen {
  /** Its place in the list. */
  row: number
  minutes: number
  published: number | null
}

/**
 * What a filter asks for of a part of a list.
 *
 * @param first where in the list the part begins
 */
export function choose(
  index: ListIndex,
  first: number,
  filter: ListFilter,
  { read, saved }: Readings,
): Chosen[] {
  const { isUnread, isSaved, hasPicture, length, source, from, to } = filter
  const since = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from) / 60_000
  const before = to === null ? Number.POSITIVE_INFINITY : startOfDay(dayAfter(to)) / 60_000
  const sourceNumber = source === null ? null : index.sources.indexOf(source)
  // No article of this part is of it.
  if (sourceNumber === -1) return []
  const belongs = (at: number) => {
    const minutes = index.minutes[at]!
    const published = index.published[at] ?? null
    if (isUnread && read.has(index.ids[at]!)) return false
    if (isSaved && !saved.has(index.ids[at]!)) return false
    if (hasPicture && !index.hasPicture[at]) return false
    if (length === 'long' ? minutes < LONG : length === 'short' && minutes > SHORT) return false
    if (sourceNumber !== null && index.source[at] !== sourceNumber) return false
    if (published === null) return from === null && to === null
    return published >= since && published < before
  }
  const chosen: Chosen[] = []
  for (let at = 0; at < index.ids.length; at++)
    if (belongs(at))
      chosen.push({ row: first + at, minutes: index.minutes[at]!, published: index.published[at] ?? null })
  return chosen
}

/**
 * The places of what was chosen, in the order that the filter asks for.
 *
 * @param chosen in the order of the list
 * @param isWhole whether there is nothing to come: what lies between, or at the end of the order, may be on its way
 */
export function order(chosen: Chosen[], sort: Sort, isWhole: boolean): number[] {
  if (sort === 'newest') return chosen.map(({ row }) => row)
  if (sort === 'oldest') {
    const dated = chosen.filter(({ published }) => published !== null).reverse()
    // Those without a date come last whichever way.
    const undated = isWhole ? chosen.filter(({ published }) => published === null) : []
    return [...dated, ...undated].map(({ row }) => row)
  }
  const sign = sort === 'longest' ? -1 : 1
  // Equals stay in the order of the list.
  return [...chosen].sort((a, b) => sign * (a.minutes - b.minutes)).map(({ row }) => row)
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** The index of a list whose articles are all at hand; the build writes one only for longer ones. */
export function indexOf(articles: Summary[]): ListIndex {
  const sourceOf = ({ categories: [category] }: Summary) =>
    category && (category.names[1] ?? category.names[0])
  const sources = [...new Set(articles.map(sourceOf).filter(name => name !== undefined))]
  return {
    ids: articles.map(({ id }) => id),
    published: articles.map(({ date }) => (date === null ? null : Math.floor(Date.parse(date) / 60_000))),
    minutes: articles.map(({ minutes }) => minutes),
    hasPicture: articles.map(({ cover }) => (cover ? 1 : 0)),
    source: articles.map(article => sources.indexOf(sourceOf(article) ?? '')),
    sources,
  }
}
