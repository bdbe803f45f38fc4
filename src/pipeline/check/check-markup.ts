import { isSafeAddress } from '../../shared/html-policy.ts'
import { quoted } from '../clean-text.ts'
import { type Element, getAttribute, isElement, type Node, type Parent } from '../html.ts'
import type { LocatedBody } from '../locate-body.ts'
import { problemOf, type Report } from '../problems.ts'
import type { RuleId } from '../rules.ts'
import { isKnownPlayer } from './hosts.ts'

/** What these do in a page; none gets into an article. */
const DANGEROUS: Record<string, string> = {
  script: 'runs code',
  object: 'runs a plug-in',
  embed: 'runs a plug-in',
  applet: 'runs a plug-in',
  frame: 'shows another page',
  frameset: 'shows other pages',
  portal: 'shows another page',
  base: 'turns every relative address around',
  form: 'sends what readers type to somebody',
  foreignObject: 'hides markup in a drawing',
  animate: 'can change an address after it was checked',
  animateTransform: 'can change an address after it was checked',
  set: 'can change an address after it was checked',
  use: 'brings a drawing from elsewhere',
}

/** Where elements name addresses that a browser would go to or fetch. */
const ADDRESSES = 'href src action formaction data poster background cite longdesc manifest'.split(' ')

const MEDIA = ['iframe', 'video', 'audio', 'source', 'track', 'embed']

/** Tells what of the raw markup is taken out for safety, and which media are named with http. */
export function checkMarkup({ tree, placeOf }: LocatedBody, report: Report): void {
  // Without recursion, and into the content of templates, whose depth nothing limits.
  const stack: Node[] = tree.childNodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    checkElement(node, (rule, reason, attribute) => report(problemOf(rule, placeOf(node, attribute), reason)))
    for (const parent of [node, contentOf(node)])
      for (let index = (parent?.childNodes.length ?? 0) - 1; index >= 0; index--)
        stack.push(parent!.childNodes[index]!)
  }
}

type Tell = (rule: RuleId, reason: string, attribute?: string) => void

function checkElement(element: Element, tell: Tell): void {
  const { tagName } = element
  if (Object.hasOwn(DANGEROUS, tagName))
    tell('dangerous-element', `<${tagName}> ${DANGEROUS[tagName]}; taken out`)
  if (tagName === 'meta' && /^\s*refresh\s*$/i.test(getAttribute(element, 'http-equiv') ?? ''))
    tell('dangerous-element', '<meta http-equiv="refresh"> leads readers away; taken out')
  if (
    tagName === 'link' &&
    /stylesheet|import|preload|prefetch|manifest/i.test(getAttribute(element, 'rel') ?? '')
  )
    tell('dangerous-element', '<link> fetches what the page does not ask for; taken out')
  if (tagName === 'style' && /@import|expression\s*\(|javascript:|behavior\s*:/i.test(textIn(element)))
    tell('dangerous-element', '<style> fetches or runs something; taken out')

  for (const { name, value, prefix } of element.attrs) {
    const attribute = prefix ? `${prefix}:${name}` : name
    if (/^on/i.test(name) && value.trim() !== '')
      tell('dangerous-attribute', `${name}="${cut(value)}" on <${tagName}> runs code; taken out`, attribute)
    if (name === 'srcdoc') tell('dangerous-attribute', 'srcdoc holds a page of its own; taken out', attribute)
    if (ADDRESSES.includes(name)) checkAddress(element, name, attribute, value, tell)
  }
}

function checkAddress(element: Element, name: string, attribute: string, value: string, tell: Tell): void {
  const { tagName } = element
  const isStopgap = tagName === 'img' && /^\s*data:image\//i.test(value)
  if (value.trim() === '' || isStopgap || /^\s*about:blank/i.test(value)) return
  if (!isSafeAddress(value, tagName === 'img' ? 'src' : 'href')) {
    tell(
      'dangerous-address',
      `${name}="${cut(value)}" on <${tagName}> is no address of a page; taken out`,
      attribute,
    )
    return
  }
  if (MEDIA.includes(tagName) && /^\s*http:/i.test(value))
    tell('mixed-content', `<${tagName}> names ${quoted(value.trim())} with http:`, attribute)
  if (tagName === 'iframe' && name === 'src' && !isKnownPlayer(value))
    tell('embed-unknown', `<iframe> shows ${quoted(value.trim())}, which is no known player`)
}

const contentOf = (element: Element): Parent | undefined =>
  'content' in element ? (element.content as Parent) : undefined

const textIn = (element: Element) =>
  element.childNodes.map(node => ('value' in node ? node.value : '')).join('')

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
