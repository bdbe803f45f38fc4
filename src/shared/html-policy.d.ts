/**
 * The HTML that an article may hold. The build's sanitiser and the browser's last gate (DOMPurify) both ask here,
 * so what one lets through the other does too.
 */
export declare const allowedTags: ReadonlySet<string>
/** Elements whose content is no text for a reader: they go with all that is in them. Others are unwrapped. */
export declare const droppedTags: ReadonlySet<string>
/** Every attribute name that some element may have. */
export declare const allowedAttributes: readonly string[]
/** Seeds bring their own ids; the prefix keeps them from clobbering the page's or the document's names. */
export declare const idPrefix = 'in-'
/** What every link to elsewhere has: the page it leads to cannot reach back, and gains nothing by it. */
export declare const outsideRel = 'noopener noreferrer nofollow ugc'
/**
 * Whether an address may stand in `href` or `src`: http, https, mailto, tel, relative, and small pictures as data. None
 * with a name and password before the host: `https://bank.example@elsewhere.example` is meant to mislead.
 */
export declare function isSafeAddress(value: string, attribute: 'href' | 'src'): boolean
/** Whether an address leads away from the site, as browsers read it: `\\\\host` and `/\\host` do. */
export declare const leadsOutside: (address: string) => boolean
/** Whether a picture may claim this place on the page before it has come. */
export declare function isPlausibleSize(
  width: string | null | undefined,
  height: string | null | undefined,
): boolean
/** Whether element `tag` may keep attribute `name` with `value`. Both names in lower case. */
export declare function isAllowedAttribute(tag: string, name: string, value: string): boolean
