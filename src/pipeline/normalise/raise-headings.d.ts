import { type Parent } from '../html.ts'
/**
 * Sources that know no headings set them as paragraphs in bold. They become headings where that is beyond doubt:
 * several of one kind in an article without any other, each above text of its own.
 */
export declare function raiseHeadings(body: Parent): void
