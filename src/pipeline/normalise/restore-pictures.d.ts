import { type Element, type Parent } from '../html.ts'
/**
 * Gives every `<img>` its true address and size, and drops what is no picture of the article: pixels of trackers,
 * avatars, icons, images without an address. `data-origin` is the picture's own address; `src` is the one to show, by
 * https. Emoji and formulas become signs within the text.
 */
export declare function restorePictures(body: Parent): void
/** Whether a picture is one of the article's pictures and not a sign within its text. */
export declare const isPicture: (image: Element) => boolean
