import { headTags, type PageHead } from '../shared/head.ts'
import { site } from './data/site.ts'

/** Brings the document's head, but for its title, to the page shown: share sheets of browsers read it there. */
export function applyHead(head: PageHead): void {
  for (const old of document.head.querySelectorAll('[data-head]:not(title)')) old.remove()
  for (const { name, attributes } of headTags(head, site)) {
    if (name === 'title') continue
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.dataset.head = ''
    document.head.append(element)
  }
}
