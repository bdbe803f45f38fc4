import type { UIMatch } from 'react-router'
import { documentTitle, headTags, type PageHead } from '../shared/head.ts'
import { site } from './data/site.ts'
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

/** Brings the document's head to the page shown: share sheets of browsers read it there. */
export function applyHead(head: PageHead): void {
  document.title = documentTitle(head.title, site)
  for (const old of document.head.querySelectorAll('[data-head]:not(title)')) old.remove()
  for (const { name, attributes } of headTags(head, site)) {
    if (name === 'title') continue
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.dataset.head = ''
    document.head.append(element)
  }
}
