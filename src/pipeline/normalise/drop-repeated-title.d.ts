import { type Parent } from '../html.ts'
/** The page shows the title: the body's first line need not say it again. */
export declare function dropRepeatedTitle(body: Parent, title: string): void
