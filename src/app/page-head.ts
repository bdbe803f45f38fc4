import type { UIMatch } from 'react-router'
import type { PageHead } from '../shared/head.ts'
import type { Say } from './i18n/language.ts'

/** What a page's module exports beside its component, as the route's `handle`. */
export interface PageHandle<Data = never> {
  /** @param data what the page's loader returned */
  head: (data: Data, say: Say) => PageHead
}

/** The head of the page that is shown, or null while its loader has failed. */
export function headOf(matches: Pick<UIMatch, 'handle' | 'loaderData'>[], say: Say): PageHead | null {
  const page = matches.at(-1)
  const handle = page?.handle as PageHandle | undefined
  return handle && page?.loaderData !== undefined ? handle.head(page.loaderData as never, say) : null
}
