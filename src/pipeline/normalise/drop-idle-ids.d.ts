import { type Parent } from '../html.ts'
/** Removes ids that no link of the article leads to, except those of headings: every box of an aggregator has one. */
export declare function dropIdleIds(body: Parent): void
