import { elementsOf, getAttribute, isElement, type Parent, setAttribute } from '../html.ts'

/** Removes ids that no link of the article leads to, except those of headings: every box of an aggregator has one. */
export function dropIdleIds(body: Parent): void {
  const elements = elementsOf(body).filter(({ attrs }) => attrs.length > 0)
  const links = elements.filter(element => element.tagName === 'a')
  const targets = new Set(links.map(link => getAttribute(link, 'href')))
  for (const element of elements) {
    // The old way to say where a link leads.
    const name = isElement(element, 'a') && getAttribute(element, 'name')
    if (name && !getAttribute(element, 'id')) setAttribute(element, 'id', name)
    if (/^h[1-6]$/.test(element.tagName)) continue
    if (getAttribute(element, 'id') === undefined) continue
    element.attrs = element.attrs.filter(({ name, value }) => name !== 'id' || targets.has(`#${value}`))
  }
}
