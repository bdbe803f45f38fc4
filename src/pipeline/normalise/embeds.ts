import { type Embed, embedOf } from '../../shared/embeds.ts'
import {
  createElement,
  createText,
  type Element,
  elementsOf,
  firstAttribute,
  getAttribute,
  isElement,
  type Node,
  type Parent,
  plainText,
} from '../html.ts'
import { once } from './once.ts'
import { withoutProxy } from './picture-address.ts'
import { reworkChildren } from './rework-children.ts'

/** Players by whatever element a source used, and what a film or a song is in HTML itself. */
const FRAMES = ['iframe', 'embed', 'object']
const MEDIA = ['video', 'audio']

/** What `restoreEmbeds` has made. Blocks in their own right: a seed cannot claim to be one. */
const made = new WeakSet<Node>()

export const isEmbed = (node: Node): boolean => made.has(node)

/**
 * Puts a card in place of every player of a provider we know: a link to the page about it, which the app offers to
 * play. Other frames become a plain link; films and songs of the seed's own keep their controls and wait to be asked.
 */
export function restoreEmbeds(body: Parent): void {
  const isChinese = once(() => /\p{sc=Han}/u.test(plainText(body)))
  const restore = (parent: Parent): void =>
    reworkChildren(parent, node => {
      if (!isElement(node)) return undefined
      if (isElement(node, ...MEDIA)) return mediaOf(node)
      if (isElement(node, ...FRAMES)) return frameOf(node, isChinese)
      if (isElement(node, 'a') && getAttribute(node, 'data-lens-id')) return lensOf(node, isChinese)
      restore(node)
      return undefined
    })
  restore(body)
}

function frameOf(frame: Element, isChinese: () => boolean): Node[] {
  if (getAttribute(frame, 'srcdoc') !== undefined || isUnseen(frame)) return []
  const addresses = addressesOf(frame)
  for (const address of addresses) {
    const embed = embedOf(address)
    if (embed) return [cardOf(embed, titleOf(frame), isChinese)]
  }
  // What else an object or a plug-in showed, no browser shows any more.
  const [address] = addresses
  if (!address || !isElement(frame, 'iframe')) return []
  const link = createElement('a', { href: address.href }, [createText(titleOf(frame) || address.hostname)])
  return [createElement('p', {}, [link])]
}

/** Zhihu writes a film as a link with its title and address as text. */
function lensOf(link: Element, isChinese: () => boolean): Node[] {
  const address = addressOf(`https://www.zhihu.com/video/${getAttribute(link, 'data-lens-id')}`)
  const embed = address && embedOf(address)
  return embed ? [cardOf(embed, firstAttribute(link, 'data-name', 'title') ?? '', isChinese)] : [link]
}

function cardOf({ provider, page }: Embed, title: string, isChinese: () => boolean): Element {
  const untitled = isChinese() ? `来自${provider.name.zh}的内容` : `From ${provider.name.en}`
  const card = createElement('figure', { class: `embed embed-${provider.shape}` }, [
    createElement('a', { href: page }, [
      createText(`${title || untitled} `),
      createElement('small', {}, [createText(new URL(page).hostname)]),
    ]),
  ])
  made.add(card)
  return card
}

function mediaOf(media: Element): Node[] {
  const address = bestAddress(media)
  if (!address) return []
  const attributes: Record<string, string> = { src: address.href, controls: '', preload: 'none' }
  if (isElement(media, 'video')) {
    const poster = addressOf(firstAttribute(media, 'poster', 'data-poster'))
    if (poster) attributes.poster = poster.href
    const sizeOf = (name: string) => /^\s*(\d{2,5})(px)?\s*$/.exec(getAttribute(media, name) ?? '')?.[1]
    const [width, height] = [sizeOf('width'), sizeOf('height')]
    if (width && height) Object.assign(attributes, { width, height })
  }
  const figure = createElement('figure', {}, [createElement(media.tagName, attributes)])
  made.add(figure)
  return [figure]
}

/** A file that every browser plays, before one that some do. */
function bestAddress(media: Element): URL | undefined {
  const addresses = [media, ...elementsOf(media, 'source')]
    .map(element => addressOf(firstAttribute(element, 'src', 'data-src', 'data-original')))
    .filter(address => address !== undefined)
  return addresses.find(({ pathname }) => /\.(mp4|m4v|mp3|m4a)$/i.test(pathname)) ?? addresses[0]
}

/** Where a frame leads, by all the names under which that is written; players of old took their film apart from it. */
function addressesOf(frame: Element): URL[] {
  return [frame, ...elementsOf(frame, 'embed', 'param')]
    .flatMap(element => {
      const isAddress =
        !isElement(element, 'param') || /^(movie|src)$/i.test(getAttribute(element, 'name') ?? '')
      const address =
        isAddress && firstAttribute(element, 'data-src', 'data-original', 'src', 'data', 'value')
      if (!address) return []
      const film = getAttribute(element, 'flashvars')
      return [address, ...(film ? [`${address}${address.includes('?') ? '&' : '?'}${film}`] : [])]
    })
    .map(addressOf)
    .filter(address => address !== undefined)
}

/** An address of the web, by https. A relative one leads nowhere from here. */
function addressOf(text: string | undefined): URL | undefined {
  if (!text) return undefined
  const address = withoutProxy(text).replace(/^http:/i, 'https:')
  return /^https:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : undefined
}

/** Generic titles of players say less than the provider's name. */
function titleOf(frame: Element): string {
  const title = firstAttribute(frame, 'title', 'data-title', 'aria-label', 'alt') ?? ''
  return /^[\w ]*\b(player|iframe|embed)\b[\w ]*$|^(video|视频|播放器)$/i.test(title) ? '' : title
}

/** A frame too small to be seen, or hidden, is there to count readers. */
const isUnseen = (frame: Element) =>
  ['width', 'height'].some(name => /^\s*[0-2](px)?\s*$/.test(getAttribute(frame, name) ?? '')) ||
  getAttribute(frame, 'hidden') !== undefined ||
  /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(getAttribute(frame, 'style') ?? '')
