import { type DefaultTreeAdapterTypes as Tree } from 'parse5'
/** Parses a fragment by the rules of HTML, with that one limit. */
export declare function parseBounded(html: string, withLines: boolean): Tree.DocumentFragment
