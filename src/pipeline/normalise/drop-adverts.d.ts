import { type Parent } from '../html.ts'
/** Removes paragraphs that only advertise the source's application or page. A link to the original stays. */
export declare function dropAdverts(body: Parent): void
