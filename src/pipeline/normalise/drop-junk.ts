import { droppedTags } from '../../shared/html-policy.ts'
import { type Element, getAttribute, isElement, isText, type Parent, setChildren, textOf } from '../html.ts'

/** What page furniture is called, whatever site it comes from, … */
const KIND =
  'shares?|sharing|social|social-share|bd-?share(?:-?button)?|jiathis|addthis|rewards?|donate|donation|da-?shang|admire|appreciate|' +
  'qr-?codes?|related|recommend(?:s|ed|ation|ations)?|advert(?:s|isement)?|ads?|ads-?by-?google|sponsored|side-?bar|side|tool-?bar|' +
  'bread-?crumbs?|comments|comment(?=-)|respond|pagination|pager|newsletter|subscribe|popover|download-guide|download-app|app-download|' +
  'open-app|like(?=-?b)|praise|digg|vote-?up|copy(?:-?code)?(?=-?b)|btn(?=-copy)|clipboard|more(?=-(?:link|articles))|(?:view|read|load|show)-more'
/** … with what it is called in full, … */
const PART =
  'box|bar|btns?|button|buttons|links?|list|icons?|wrap|wrapper|tools?|container|area|widget|section|block|panel|form|code|copy|title|' +
  'posts?|articles?|reading|reads|bottom|top|footer|slot|banner|popup|author|simple|side'
/** … and before it, where it stands. */
const PLACE =
  '(?:in-)?article|post|entry|page|content|site|js|wp|el|sd|news|blog|single|author|hljs|code|support'
const FURNITURE = new RegExp(`^(?:(?:${PLACE})-?)?(?:${KIND})(?:-?(?:${PART}))*$`)
/** Names that say it only as a whole. */
const KNOWN =
  /^(recommend-bottom|article-bottom|support-author|img-place-holder|aw-upload-file-list|bio|post-nav(igation)?|nav-links|sr-only|screen-reader-text|visually-hidden|header-?link|header-?anchor|anchor-link)$/
const LABEL_IN_CODE = /copy|clipboard|toolbar/i

/** Removes comments, hidden elements, furniture of the source's page, and elements whose content is no text. */
export function dropJunk(body: Parent): void {
  dropFrom(body, new Scales(body), false)
}

function dropFrom(parent: Parent, scales: Scales, inCode: boolean): void {
  const kept = parent.childNodes.filter(
    node =>
      isText(node) || (node.nodeName !== '#comment' && !(isElement(node) && isJunk(node, scales, inCode))),
  )
  if (kept.length < parent.childNodes.length) setChildren(parent, kept)
  for (const child of parent.childNodes)
    if (isElement(child)) dropFrom(child, scales, inCode || isElement(child, 'pre', 'code'))
}

function isJunk(element: Element, scales: Scales, inCode: boolean): boolean {
  if (droppedTags.has(element.tagName)) return true
  if (isHidden(element)) return !scales.holdMuch(element)
  if (getAttribute(element, 'aria-hidden') === 'true' && isIcon(element)) return true
  return isFurniture(element, inCode) && scales.canGo(element)
}

const isHidden = (element: Element) =>
  getAttribute(element, 'hidden') !== undefined ||
  /(^|;)\s*display\s*:\s*none/i.test(getAttribute(element, 'style') ?? '')

const isIcon = (element: Element) =>
  element.childNodes.every(node => !isElement(node, 'img')) && textOf(element).trim().length <= 2

function isFurniture(element: Element, inCode: boolean): boolean {
  for (const { name, value } of element.attrs) {
    if (name !== 'class' && name !== 'id') continue
    // In code a "comment" is code.
    if (inCode && !LABEL_IN_CODE.test(value)) continue
    if (value.length < 400 && value.split(/\s+/).some(isFurnitureName)) return true
  }
  return false
}

const known = new Map<string, boolean>()

/** `article-side`, `shareBox`, `post_copyright`: asked for the same few names all the time. */
function isFurnitureName(name: string): boolean {
  let is = known.get(name)
  if (is === undefined) {
    const words = name
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .replace(/_+/g, '-')
      .toLowerCase()
    is = KNOWN.test(words) || (words.length < 50 && FURNITURE.test(words))
    if (known.size < 5000) known.set(name, is)
  }
  return is
}

interface Weight {
  text: number
  /** Of the text, what stands in links. */
  linked: number
  paragraphs: number
  captions: number
  pictures: number
}

/** Says what an element is worth to the reader, so that nothing but furniture goes for its name. */
class Scales {
  readonly #body: Parent
  #weights: Map<Parent, Weight> | undefined

  constructor(body: Parent) {
    this.#body = body
  }

  /** Whether it holds so much of the article that it must be the article. */
  holdMuch(element: Element): boolean {
    return this.#weigh(element).text > Math.max(60, this.#weigh(this.#body).text * 0.4)
  }

  canGo(element: Element): boolean {
    const { text, linked, paragraphs, captions, pictures } = this.#weigh(element)
    if (captions > 0 || this.holdMuch(element)) return false
    const isLinks = linked > text / 2
    return isLinks || (paragraphs < 3 && text <= 300 && pictures < 3)
  }

  #weigh(node: Parent): Weight {
    this.#weights ??= weigh(this.#body)
    return this.#weights.get(node) ?? { text: 0, linked: 0, paragraphs: 0, captions: 0, pictures: 0 }
  }
}

function weigh(body: Parent): Map<Parent, Weight> {
  const weights = new Map<Parent, Weight>()
  const visit = (parent: Parent): Weight => {
    const sum: Weight = { text: 0, linked: 0, paragraphs: 0, captions: 0, pictures: 0 }
    for (const child of parent.childNodes) {
      if (isText(child)) sum.text += child.value.trim().length
      if (!isElement(child) || droppedTags.has(child.tagName)) continue
      const weight = visit(child)
      sum.text += weight.text
      sum.linked += weight.linked
      sum.paragraphs += weight.paragraphs
      sum.captions += weight.captions
      sum.pictures += weight.pictures
    }
    if ('tagName' in parent) {
      if (parent.tagName === 'a') sum.linked = sum.text
      if (parent.tagName === 'p' && sum.text >= 40) sum.paragraphs++
      if (parent.tagName === 'figcaption' && sum.text > 0) sum.captions++
      if (parent.tagName === 'img') sum.pictures++
    }
    weights.set(parent, sum)
    return sum
  }
  visit(body)
  return weights
}
