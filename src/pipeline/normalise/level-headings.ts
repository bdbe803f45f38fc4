import { elementsOf, type Parent } from '../html.ts'

/** The page's title is its only `<h1>`: the article's own headings begin at `<h2>` and skip no level. */
export function levelHeadings(body: Parent): void {
  const headings = elementsOf(body, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  const used = [...new Set(headings.map(heading => heading.tagName))].sort()
  for (const heading of headings) {
    heading.tagName = heading.nodeName = `h${Math.min(used.indexOf(heading.tagName) + 2, 6)}`
    heading.attrs = heading.attrs.filter(({ name, value }) => name === 'id' && value !== '')
  }
}
