import { isSafeAddress } from '../../shared/html-policy.ts'
import {
  type Element,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  plainText,
  setAttribute,
} from '../html.ts'
import { reworkChildren } from './rework-children.ts'

/** Hosts whose pages only lead on, and the parameters that say where to. */
const REDIRECTORS: [host: RegExp, parameters: string[]][] = [
  [/(^|\.)link\.zhihu\.com$/, ['target']],
  [/(^|\.)oschina\.net$/, ['url']],
  [/(^|\.)link\.juejin\.(cn|im)$/, ['target']],
  [/(^|\.)jianshu\.com$/, ['url', 'to']],
  [/(^|\.)sspai\.com$/, ['target']],
  [/(^|\.)gitee\.com$/, ['target']],
  [/(^|\.)link\.csdn\.net$|(^|\.)blog\.csdn\.net$/, ['target']],
  [/(^|\.)segmentfault\.com$/, ['enc_url', 'url', 'target']],
  [/(^|\.)(afdian\.(net|com)|ifdian\.net)$/, ['target']],
  [/(^|\.)google(\.[a-z]{2,3}){1,2}$/, ['q', 'url']],
  [/(^|\.)(c\.pc|middle)\.qq\.com$/, ['pfurl', 'url']],
  [/(^|\.)douban\.com$/, ['url']],
  [/(^|\.)(youtube|facebook|steamcommunity|vk)\.com$/, ['q', 'u', 'url', 'to']],
  [/(^|\.)slack-redir\.net$/, ['url']],
]
/** Shops' counters: they lead on too, and are put around words by machine. */
const AFFILIATES: [host: RegExp, parameters: string[]][] = [
  [/(^|\.)c\.duomai\.com$/, ['t']],
  [/(^|\.)pvxt\.net$/, ['u']],
  [/(^|\.)(union-click\.jd\.com|u\.jd\.com)$/, ['to', 'url']],
  [/(^|\.)s\.click\.taobao\.com$/, ['url', 'u']],
  [
    /(^|\.)(awin1|shareasale|linksynergy|anrdoezrs|dpbolvw|tkqlhce|jdoqocy)\.(com|net)$/,
    ['ued', 'urllink', 'murl', 'url'],
  ],
]
/** Last names of paths that lead on at any host. */
const LEADS_ON =
  /^(link|links|golink|gotolink|go-wild|go|goto|jump|jumpto|redirect|redir|out|outlink|leave|track|linkto|external)(\.(php|html?|aspx?|do))?$/i
const ANYWHERE = ['target', 'url', 'to', 'dest', 'destination', 'href']
/** A redirector may lead to a redirector. */
const DEEPEST = 3

/**
 * Lets links lead where they end: through the redirectors of platforms and shops, without `utm_` marks. A shop's link
 * that cuts a number or word in two goes, its text stays.
 */
export function resolveLinks(body: Parent): void {
  reworkChildren(body, (node, index, siblings) =>
    isElement(node) ? resolveIn(node, siblings[index - 1], siblings[index + 1]) : undefined,
  )
}

/** The content of a link that goes. */
function resolveIn(element: Element, before: Node | undefined, after: Node | undefined): Node[] | undefined {
  const href = element.tagName === 'a' && getAttribute(element, 'href')
  // Only an address with another in its query leads on, and only such a one has marks.
  if (href && (href.includes('?') || isAffiliate(href))) {
    const address = href.trim()
    if (isAffiliate(address) && cutsWord(element, before, after)) return element.childNodes
    const target = withoutMarks(destinationOf(address))
    if (target !== address) setAttribute(element, 'href', target)
  }
  resolveLinks(element)
  return undefined
}

/** Where a link ends. What is no redirector, or leads to no web page, is returned as it is. */
export function destinationOf(address: string): string {
  let current = address
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = nextOf(current)
    if (!next) break
    current = next
  }
  return current
}

/** An address that needs no parser to tell its host and path. */
const SIMPLE = /^https?:\/\/([a-z\d.-]+)(?::\d+)?((?:\/(?!\.)[\w.~-]*)*)\?/

/** Whether an address surely leads no further: most do not, and to parse them all takes long. */
function isEnd(address: string): boolean {
  const [, host, path] = SIMPLE.exec(address) ?? []
  if (host === undefined || leadsOn(path!)) return false
  return !/(^|\.)myzaker\.com$/.test(host) && parametersOf(host).length === 0
}

const leadsOn = (path: string) => LEADS_ON.test(path.replace(/\/+$/, '').replace(/^.*\//, ''))

const parametersOf = (host: string): string[] =>
  [...REDIRECTORS, ...AFFILIATES].find(([pattern]) => pattern.test(host))?.[1] ?? []

function nextOf(address: string): string | undefined {
  if (isEnd(address)) return undefined
  const url = urlOf(address)
  if (!url) return undefined
  const host = url.hostname
  if (/(^|\.)myzaker\.com$/.test(host)) return webAddress(fromBase64(url.searchParams.get('b')))
  const named = parametersOf(host)
  const isSearch = /^\/search/.test(url.pathname)
  const parameters = leadsOn(url.pathname) ? [...named, ...ANYWHERE] : named
  if (isSearch) return undefined
  for (const name of parameters) {
    const target = webAddress(url.searchParams.get(name))
    if (target) return target
  }
  return undefined
}

const urlOf = (address: string): URL | undefined => {
  // Most links name no other address in their query.
  if (!/^(https?:)?\/\/[^?]*\?/i.test(address)) return undefined
  try {
    return new URL(address, 'https://relative.invalid/')
  } catch {
    return undefined
  }
}

/** An address of the web, or nothing: what a parameter holds may be anything. */
function webAddress(value: string | null | undefined): string | undefined {
  if (!value || !/^https?:\/\/[^/]/i.test(value)) return undefined
  return isSafeAddress(value, 'href') && urlIsValid(value) ? value : undefined
}

function urlIsValid(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol)
  } catch {
    return false
  }
}

const fromBase64 = (value: string | null): string | undefined =>
  // A plus sign in a query reads as a space.
  value ? Buffer.from(value.replaceAll(' ', '+'), 'base64').toString('utf8') : undefined

const withoutMarks = (address: string): string =>
  /[?&]utm_/i.test(address)
    ? address
        .replace(/([?&])utm_[a-z_]+=[^&#]*/gi, '$1')
        .replace(/&{2,}/g, '&')
        .replace(/\?&/, '?')
        .replace(/[?&](?=#|$)/, '')
    : address

function isAffiliate(address: string): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  return host !== undefined && AFFILIATES.some(([pattern]) => pattern.test(host))
}

/** `6<a>4K</a>B` */
function cutsWord(link: Element, before: Node | undefined, after: Node | undefined): boolean {
  const text = plainText(link)
  const isCutAt = (left: string, right: string) => /[a-z\d]$/i.test(left) && /^[a-z\d]/i.test(right)
  return (
    (before !== undefined && isText(before) && isCutAt(before.value, text)) ||
    (after !== undefined && isText(after) && isCutAt(text, after.value))
  )
}
