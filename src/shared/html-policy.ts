/**
 * The HTML that an article may hold. The build's sanitiser and the browser's last gate (DOMPurify) both ask here,
 * so what one lets through the other does too.
 */

const blocks =
  'p h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd hr table caption thead tbody tfoot tr th td colgroup col ' +
  'figure video audio figcaption details summary div aside'
const inlines =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'

/** Elements within a line of text. */
export const inlineTags: ReadonlySet<string> = new Set(inlines.split(' '))

export const allowedTags: ReadonlySet<string> = new Set(`${blocks} ${inlines}`.split(' '))

/** Elements whose content is no text for a reader: they go with all that is in them. Others are unwrapped. */
export const droppedTags: ReadonlySet<string> = new Set(
  (
    'script style noscript template iframe object embed applet frame frameset noframes noembed plaintext xmp head title base link meta ' +
    'svg math canvas source track map area input button select option optgroup textarea datalist output dialog portal'
  ).split(' '),
)

const attributesOf: Record<string, readonly string[]> = {
  '*': ['id', 'lang', 'dir'],
  a: ['href', 'title', 'rel', 'target'],
  abbr: ['title'],
  audio: ['src', 'controls', 'preload'],
  code: ['class'],
  col: ['span'],
  colgroup: ['span'],
  div: ['class', 'tabindex'],
  del: ['datetime'],
  details: ['open'],
  figure: ['class'],
  img: [
    'src',
    'alt',
    'width',
    'height',
    'loading',
    'decoding',
    'fetchpriority',
    'referrerpolicy',
    'data-origin',
    'data-seed-src',
    'class',
  ],
  ins: ['datetime'],
  ol: ['start', 'reversed', 'type'],
  p: ['class'],
  pre: ['tabindex'],
  span: ['class'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['src', 'poster', 'width', 'height', 'controls', 'preload'],
}

/** Every attribute name that some element may have. */
export const allowedAttributes: readonly string[] = [...new Set(Object.values(attributesOf).flat())]

/** Seeds bring their own ids; the prefix keeps them from clobbering the page's or the document's names. */
export const idPrefix = 'in-'

/** Those of one letter are the kinds of words in code. */
const allowedClasses =
  /^(small-picture|inline-picture|formula|picture-group|table-box|embed embed-(wide|tall|slim)|centred|credits|language-[\w+#-]{1,30}|[cdfikmns])$/

/** What every link to elsewhere has: the page it leads to cannot reach back, and gains nothing by it. */
export const outsideRel = 'noopener noreferrer nofollow ugc'

/** A picture as data beyond this weighs the page down; an address beyond this leads nowhere. In UTF-16 code units. */
const MAX_DATA_ADDRESS = 65_536
const MAX_ADDRESS = 8192

/**
 * Whether an address may stand in `href` or `src`: http, https, mailto, tel, relative, and small pictures as data. None
 * with a name and password before the host: `https://bank.example@elsewhere.example` is meant to mislead.
 */
export function isSafeAddress(value: string, attribute: 'href' | 'src'): boolean {
  if (value.length > (attribute === 'src' ? MAX_DATA_ADDRESS : MAX_ADDRESS)) return false
  // Browsers ignore control characters and spaces in a scheme ("java\tscript:"), so the check does too.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  const compact = value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase()
  if (scheme === 'data')
    return attribute === 'src' && /^data:image\/(png|gif|jpeg|webp|avif);base64,[a-z0-9+/=]*$/i.test(compact)
  if (compact.length > MAX_ADDRESS || hasCredentials(compact)) return false
  if (!scheme) return !/^[^/?#]*:/.test(compact)
  return (attribute === 'href' ? ['http', 'https', 'mailto', 'tel'] : ['http', 'https']).includes(scheme)
}

/** Browsers take any number of slashes, forward or backward, for the two before the host. */
const hasCredentials = (compact: string) => /^(https?:[\\/]*|[\\/]{2,})[^\\/?#]*@/i.test(compact)

/** A jump to `#%` has no meaning; what tries to decode it fails. */
function isReadable(address: string): boolean {
  try {
    return !address.startsWith('#') || decodeURIComponent(address) !== ''
  } catch {
    return false
  }
}

/** Whether an address leads away from the site, as browsers read it: `\\\\host` and `/\\host` do. */
export const leadsOutside = (address: string): boolean =>
  /^(https?:|[\\/]{2})/i.test(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers leave out before they read
    address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, ''),
  )

/** No picture is larger, in CSS pixels, or more lopsided: 1 × 99999 would make a page of millions of pixels. */
const MAX_SIDE = 20_000
const MAX_RATIO = 50

/** Whether a picture may claim this place on the page before it has come. */
export function isPlausibleSize(
  width: string | null | undefined,
  height: string | null | undefined,
): boolean {
  if (!width || !height) return true
  const longest = Math.max(+width, +height)
  return longest <= MAX_SIDE && longest <= MAX_RATIO * Math.min(+width, +height)
}

/** Cells that span more would make a table of millions: 1000 cells of 1000 columns. */
const SPAN = /^([1-9]|[1-4]\d|50)$/

/** What the values of these attributes are, whatever element has them. Others may have any. */
const values: Record<string, RegExp | ((value: string) => boolean)> = {
  class: allowedClasses,
  colspan: SPAN,
  controls: /^$/,
  datetime: /^[\w:.+\- ]{1,40}$/,
  decoding: /^(async|auto|sync)$/,
  dir: /^(auto|ltr|rtl)$/,
  fetchpriority: /^(auto|high|low)$/,
  height: /^[1-9]\d{0,4}$/,
  href: value => isSafeAddress(value, 'href') && isReadable(value),
  id: value => value.startsWith(idPrefix) && value.length <= 200,
  lang: /^[a-z]{1,8}(-[a-z0-9]{1,8}){0,4}$/i,
  loading: /^(eager|lazy)$/,
  open: /^$/,
  poster: value => isSafeAddress(value, 'src'),
  preload: /^none$/,
  referrerpolicy: /^no-referrer$/,
  rel: value => value === outsideRel,
  reversed: /^$/,
  rowspan: SPAN,
  scope: /^(col|colgroup|row|rowgroup)$/,
  span: SPAN,
  src: value => isSafeAddress(value, 'src'),
  start: /^-?\d{1,6}$/,
  tabindex: /^0$/,
  target: /^_blank$/,
  type: /^[1AaIi]$/,
  width: /^[1-9]\d{0,4}$/,
  'data-origin': value => isSafeAddress(value, 'src'),
  'data-seed-src': value => isSafeAddress(value, 'src'),
}

/** DOMPurify takes such values for a way out of a comment or of an element of plain text; so they go here too. */
const BREAKS_OUT = /--!?>|\]>|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i

/** Whether element `tag` may keep attribute `name` with `value`. Both names in lower case. */
export function isAllowedAttribute(tag: string, name: string, value: string): boolean {
  const isKnown =
    attributesOf['*']!.includes(name) ||
    (Object.hasOwn(attributesOf, tag) && attributesOf[tag]!.includes(name))
  if (!isKnown || BREAKS_OUT.test(value)) return false
  const rule = Object.hasOwn(values, name) ? values[name] : undefined
  return rule instanceof RegExp ? rule.test(value) : (rule?.(value) ?? true)
}
