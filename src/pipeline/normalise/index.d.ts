import type { Parent } from '../html.ts'
/**
 * Turns the markup of an aggregator into the plain blocks of an article: paragraphs, headings, lists, tables, code,
 * and one `<figure>` per picture. Says nothing about safety: that is `sanitise`, which comes after.
 *
 * @param title of the article, which the page shows and the body need not
 */
export declare function normalise(body: Parent, title?: string): void
