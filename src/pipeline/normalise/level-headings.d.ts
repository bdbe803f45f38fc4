import { type Parent } from '../html.ts'
/** The page's title is its only `<h1>`: the article's own headings begin at `<h2>` and skip no level. */
export declare function levelHeadings(body: Parent): void
