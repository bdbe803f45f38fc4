import { type Element, type Parent } from '../html.ts'
/**
 * How the source set a line: `caption` says its class or label, the others its style. Kept in `data-look` from where
 * the markup says it to where a caption is recognised; `sanitise` drops it.
 */
export type Look = 'caption' | 'centred' | 'small' | 'grey' | 'slanted' | 'bold' | 'beside'
/** Writes down the looks that attributes, styles and elements say, before the blocks are built and they go. */
export declare function noteLooks(body: Parent): void
/** What a block is taken out of hands its look on to it. */
export declare function inheritLook(block: Element, ...looks: (string | undefined)[]): void
export declare const lookAttribute: (element: Element) => string | undefined
/** The looks of a whole block: its own and those of every element that holds all of its text. */
export declare function looksOf(block: Element): Set<Look>
/** The declarations of a `style` attribute, names in lower case. */
export declare function styleOf(element: Element): Record<string, string | undefined>
