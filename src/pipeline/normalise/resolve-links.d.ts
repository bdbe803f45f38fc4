import { type Parent } from '../html.ts'
/**
 * Lets links lead where they end: through the redirectors of platforms and shops, without `utm_` marks. A shop's link
 * that cuts a number or word in two goes, its text stays.
 */
export declare function resolveLinks(body: Parent): void
/** Where a link ends. What is no redirector, or leads to no web page, is returned as it is. */
export declare function destinationOf(address: string): string
