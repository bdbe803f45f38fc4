import { type Parent } from '../html.ts'
/** Removes rules that part nothing: at either end of the article, below a heading or beside another rule. */
export declare function dropIdleRules(body: Parent): void
