import { type Node, type Parent } from '../html.ts'
export declare const isEmbed: (node: Node) => boolean
/**
 * Puts a card in place of every player of a provider we know: a link to the page about it, which the app offers to
 * play. Other frames become a plain link; films and songs of the seed's own keep their controls and wait to be asked.
 */
export declare function restoreEmbeds(body: Parent): void
