import {
  type Element,
  elementsOf,
  getAttribute,
  HTML,
  isElement,
  isText,
  type Parent,
  setAttribute,
} from '../html.ts'

/**
 * How the source set a line: `caption` says its class or label, the others its style. Kept in `data-look` from where
 * the markup says it to where a caption is recognised; `sanitise` drops it.
 */
export type Look = 'caption' | 'centred' | 'small' | 'grey' | 'slanted' | 'bold' | 'beside'

const LOOK = 'data-look'

/** Names that editors and content systems give to the line under a picture. */
const CAPTION_NAMES =
  /(^|[\s_-])((img|image|pic|picture|photo|figure|media|wp)[_-]?(desc|description|caption|title|info|intro|note|tips?|remarks?|credit|source|text)|caption(-text)?|figcaption|text-img-note|tu-?zhu|图片描述|图片备注|图注)([\s_-]|$)/i

/** Classes that editors give to centred and to small lines. */
const CENTRED_NAMES =
  /(^|\s)(has-text-align-center|text-?center(ed)?|ql-align-center|align-?center|f_center|center)(\s|$)/i
const SMALL_NAMES = /(^|\s)(has-small-font-size|text-(small|xs|sm)|small(-text)?)(\s|$)/i

/** Letters no larger than this, in CSS pixels, are smaller than those of a text. */
const SMALL_PX = 14

/** Writes down the looks that attributes, styles and elements say, before the blocks are built and they go. */
export function noteLooks(body: Parent): void {
  for (const element of elementsOf(body)) {
    const looks = looksOfElement(element)
    if (looks.length > 0) setAttribute(element, LOOK, looks.join(' '))
  }
}

/** What a block is taken out of hands its look on to it. */
export function inheritLook(block: Element, ...looks: (string | undefined)[]): void {
  if (!looks.some(look => look)) return
  const all = [getAttribute(block, LOOK), ...looks].filter(look => look)
  if (all.length > 0) setAttribute(block, LOOK, all.join(' '))
}

export const lookAttribute = (element: Element): string | undefined => getAttribute(element, LOOK)

/** The looks of a whole block: its own and those of every element that holds all of its text. */
export function looksOf(block: Element): Set<Look> {
  const looks = new Set<string>()
  let holder: Element | undefined = block
  while (holder) {
    for (const look of (lookAttribute(holder) ?? '').split(' ')) if (look) looks.add(look)
    const held: Element['childNodes'] = holder.childNodes.filter(
      node => !(isText(node) && node.value.trim() === '') && !isElement(node, 'br'),
    )
    holder = held.length === 1 && held[0] && isElement(held[0]) ? held[0] : undefined
  }
  return looks as Set<Look>
}

/** The declarations of a `style` attribute, names in lower case. */
export function styleOf(element: Element): Record<string, string | undefined> {
  const style: Record<string, string> = Object.create(null)
  for (const declaration of (getAttribute(element, 'style') ?? '').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0)
      style[declaration.slice(0, colon).trim().toLowerCase()] = declaration.slice(colon + 1).trim()
  }
  return style
}

/** The attributes that may say a look. */
const TELLING = new Set(['class', 'classname', 'label', 'style', 'align', 'size', 'color'])

/** The looks of elements without such attributes; others have them too. */
const LOOKS_BY_TAG = new Map<string, Look[]>([
  ['center', ['centred']],
  ['small', ['small']],
  ['em', ['slanted']],
  ['i', ['slanted']],
  ['cite', ['slanted']],
  ['b', ['bold']],
  ['strong', ['bold']],
])

function looksOfElement(element: Element): Look[] {
  const { tagName, attrs, namespaceURI } = element
  if (!attrs.some(({ name }) => TELLING.has(name)))
    return (namespaceURI === HTML && LOOKS_BY_TAG.get(tagName)) || []
  const looks: Look[] = []
  const names = ['class', 'classname', 'label'].map(name => getAttribute(element, name) ?? '').join(' ')
  if (CAPTION_NAMES.test(names)) looks.push('caption')
  const style = styleOf(element)
  if (
    isElement(element, 'center') ||
    CENTRED_NAMES.test(names) ||
    /^center$/i.test(style['text-align'] ?? getAttribute(element, 'align') ?? '')
  )
    looks.push('centred')
  if (
    isElement(element, 'small') ||
    SMALL_NAMES.test(names) ||
    isSmall(style['font-size']) ||
    /^-?[12]$/.test(fontSize(element))
  )
    looks.push('small')
  if (isGrey(style.color ?? (isElement(element, 'font') ? getAttribute(element, 'color') : undefined)))
    looks.push('grey')
  if (isElement(element, 'em', 'i', 'cite') || /^italic$/i.test(style['font-style'] ?? ''))
    looks.push('slanted')
  if (isElement(element, 'b', 'strong') || /^(bold|[6-9]00)$/i.test(style['font-weight'] ?? ''))
    looks.push('bold')
  return looks
}

const fontSize = (element: Element) =>
  isElement(element, 'font') ? (getAttribute(element, 'size') ?? '') : ''

const isSmall = (size: string | undefined) => {
  const [, number, unit] = /^([\d.]+)(px|pt|r?em|%)?$/i.exec(size ?? '') ?? []
  if (!number) return /^(x-)?small(er)?$/i.test(size ?? '')
  const pixels = { pt: 4 / 3, em: 16, rem: 16, '%': 0.16 }[unit?.toLowerCase() ?? ''] ?? 1
  return Number(number) * pixels <= SMALL_PX
}

/** A grey that is neither black nor white: `#888`, `#808080`, `rgb(153, 153, 153)`, `gray`. */
function isGrey(colour: string | undefined): boolean {
  if (!colour) return false
  const value = colour.trim().toLowerCase()
  if (/^(dim|dark|light|slate)?gr[ae]y$/.test(value)) return true
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1]
  const parts = hex
    ? (hex.length === 3 ? [...hex].map(digit => digit + digit) : hex.match(/../g)!).map(part =>
        parseInt(part, 16),
      )
    : (/^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(value)?.slice(1).map(Number) ?? [])
  if (parts.length !== 3) return false
  return (
    Math.max(...parts) - Math.min(...parts) <= 24 && Math.min(...parts) >= 96 && Math.max(...parts) <= 200
  )
}
