import { embedOf } from '../../shared/embeds.ts'

/**
 * Hosts that have been seen to answer with an error or a warning picture when another site shows their pictures; they
 * look at `Referer`. Collected from what readers of feeds have to do about it (Folo's `imageRefererMatches`; issues
 * RSSHub 20 and 1897, NewsBlur 1739, weibo-rss 46, morerssplz 1, papr 16) and from feeds that write
 * `referrerpolicy="no-referrer"` themselves. Our pages send no referrer, which most of these take for a visit of their
 * own; `pximg.net`, `sspai.com` and `cdninstagram.com` are said to ask for one.
 */
const HOT_LINK_HOSTS = (
  'sinaimg.cn qpic.cn qlogo.cn zhimg.com hdslb.com csdnimg.cn myzaker.com jianshu.io doubanio.com cdninstagram.com ' +
  'pximg.net sspai.com cnbetacdn.com jandan.net ruguoapp.com thepaper.cn imgsrc.baidu.com hiphotos.baidu.com 126.net'
).split(' ')

const urlOf = (address: string): URL | undefined => {
  const absolute = address.trim().replace(/^\/\//, 'https://')
  return URL.canParse(absolute) ? new URL(absolute) : undefined
}

/** The host an address names, in lower case, or none. */
export const hostOf = (address: string): string => urlOf(address)?.hostname ?? ''

export const isHotLinkHost = (host: string): boolean => isAmong(HOT_LINK_HOSTS, host)

/** Whether a frame of this address becomes a card with a player in it. */
export function isKnownPlayer(address: string): boolean {
  const url = urlOf(address)
  return !!url && embedOf(url) !== undefined
}

const isAmong = (domains: string[], host: string) =>
  domains.some(domain => host === domain || host.endsWith(`.${domain}`))
