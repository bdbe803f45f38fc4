import { withBase } from '../../shared/addresses.ts'
import { type CataloguePage, PAGE_SIZE } from '../../shared/article.ts'
import { site } from '../data/site.ts'

/** Where the reader is in a list: an article, and how far below the top of the window it begins. */
export interface ListPlace {
  index: number
  /** Of the article: a new build may have moved it. */
  id: string
  offset: number
}

/** The page, from 1, of an article of a list, from 0. */
export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE) + 1

/** The first article of a page. */
export const firstOf = (page: number): number => (page - 1) * PAGE_SIZE

/** Which entry of the browser's history the page is shown for. */
export const historyKey = (): unknown => history.state?.key

/** The place that was kept when this entry of the history was left. */
export function keptPlace(): ListPlace | null {
  const place = history.state?.place as Partial<ListPlace> | undefined
  const isPlace =
    Number.isInteger(place?.index) && Number.isFinite(place?.offset) && typeof place?.id === 'string'
  return isPlace ? (place as ListPlace) : null
}

/** The place at which a page of a list opens: where it was left, or the article that the address names. */
export function placeAtFirst({ page, articles }: CataloguePage): ListPlace | null {
  const kept = keptPlace()
  const id = location.hash.slice(1)
  const index = kept ? -1 : articles.findIndex(article => article.id === id)
  return index < 0 ? kept : { index: firstOf(page) + index, id, offset: HEADER_HEIGHT }
}

/** About what stands over the top of the window, where nothing is to be measured. */
export const HEADER_HEIGHT = 57

/**
 * Keeps a place in the entry of the history, and brings the address to its page: so Back, a reload and a shared link
 * all lead there, and what a reload opens is a page that shows it.
 *
 * @param path without the base, and without the part of the address that chooses among the articles: that stays
 */
export function keepPlace(path: string, place: ListPlace): void {
  const kept = keptPlace()
  if (kept?.id === place.id && kept.offset === place.offset) return // telling the browser takes time, and a tap may wait
  const address = withBase(site.base, path) + location.search
  try {
    history.replaceState({ ...history.state, place }, '', address)
  } catch {
    // Browsers refuse when it is done too often; the next time will do.
  }
}
