/**
 * The HTML that an article may hold. The build's sanitiser and the browser's last gate (DOMPurify) both ask here,
 * so what one lets through the other does too.
 */

const blocks =
  'p h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd hr table caption thead tbody tfoot tr th td colgroup col ' +
  'figure video audio figcaption details summary div aside'
const inlines =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'

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
    'class',
  ],
  ins: ['datetime'],
  ol: ['start', 'reversed', 'type'],
  pre: ['tabindex'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['src', 'poster', 'width', 'height', 'controls', 'preload'],
}

/** Every attribute name that some element may have. */
export const allowedAttributes: readonly string[] = [...new Set(Object.values(attributesOf).flat())]

/** Seeds bring their own ids; the prefix keeps them from clobbering the page's or the document's names. */
export const idPrefix = 'in-'

const allowedClasses =
  /^(small-picture|inline-picture|table-box|embed embed-(wide|tall|slim)|language-[\w+#-]{1,30})$/

/** Whether an address may stand in `href` or `src`: http, https, mailto, tel, relative, and small pictures as data. */
export function isSafeAddress(value: string, attribute: 'href' | 'src'): boolean {
  // Browsers ignore control characters and spaces in a scheme ("java\tscript:"), so the check does too.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  const compact = value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase()
  if (!scheme) return !/^[^/?#]*:/.test(compact)
  if (attribute === 'href') return ['http', 'https', 'mailto', 'tel'].includes(scheme)
  if (scheme === 'data') return /^data:image\/(png|gif|jpeg|webp|avif);base64,[a-z0-9+/=]*$/i.test(compact)
  return ['http', 'https'].includes(scheme)
}

/** Whether element `tag` may keep attribute `name` with `value`. Both names in lower case. */
export function isAllowedAttribute(tag: string, name: string, value: string): boolean {
  if (
    !attributesOf['*']!.includes(name) &&
    !(Object.hasOwn(attributesOf, tag) && attributesOf[tag]!.includes(name))
  )
    return false
  if (name === 'href' || name === 'src') return isSafeAddress(value, name)
  if (name === 'data-origin' || name === 'poster') return isSafeAddress(value, 'src')
  if (name === 'id') return value.startsWith(idPrefix)
  if (name === 'class') return allowedClasses.test(value)
  if (name === 'target') return value === '_blank'
  if (name === 'tabindex') return value === '0'
  if (name === 'preload') return value === 'none'
  return true
}
