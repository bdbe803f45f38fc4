/** What both Node's and the browser's URL have. */
export interface Address {
  readonly protocol: string
  readonly hostname: string
  readonly pathname: string
  readonly searchParams: { get(name: string): string | null }
}

/** The room a player takes: as a film, as a page, or as a strip with a cover and a line of controls. */
export type Shape = 'wide' | 'tall' | 'slim'

/** A film, a song or a page of a provider that we know. */
export interface Embed {
  provider: Provider
  /** Where the player is. Its host is one of `playerOrigins`. */
  player: string
  /** The page about it at the provider's, to open by itself. */
  page: string
}

export interface Provider {
  name: { zh: string; en: string }
  shape: Shape
  /** The origin of its players. */
  origin: string
  /** Its player does not work unless it is told which site it is on. */
  needsReferrer?: boolean
  /** Hosts whose addresses `find` understands, each with what is below it. */
  hosts: readonly string[]
  /** What is meant by an address, whether of a player, old ones too, or of a page; it is not trusted before `id` matches. */
  find(address: Address): string | null | undefined
  id: RegExp
  /** The address of the player below `origin`. */
  player(id: string): string
  page(id: string): string
}

const query = (address: Address, ...names: string[]) =>
  names.map(name => address.searchParams.get(name)).find(value => value)

const inPath = ({ pathname }: Address, pattern: RegExp) => pattern.exec(pathname)?.[1]

/** Those that feeds embed, and what they need. An id holds nothing but what its pattern allows. */
export const providers: readonly Provider[] = [
  {
    name: { zh: '哔哩哔哩', en: 'Bilibili' },
    shape: 'wide',
    origin: 'https://player.bilibili.com',
    hosts: ['bilibili.com', 'hdslb.com', 'acg.tv'],
    find(address) {
      const number = query(address, 'aid')
      const video =
        query(address, 'bvid') ?? inPath(address, /^\/video\/(BV\w+|av\d+)/i) ?? (number && `av${number}`)
      const part = query(address, 'p', 'page')
      return part && part !== '1' ? `${video}/${part}` : video
    },
    id: /^(BV[0-9A-Za-z]{10}|av\d{1,16})(\/\d{1,4})?$/,
    player(id) {
      const [video, part = '1'] = id.split('/')
      const which = video!.startsWith('av') ? `aid=${video!.slice(2)}` : `bvid=${video}`
      return `/player.html?${which}&p=${part}&autoplay=1`
    },
    page: id => `https://www.bilibili.com/video/${id.replace('/', '?p=')}`,
  },
  {
    name: { zh: 'YouTube', en: 'YouTube' },
    shape: 'wide',
    origin: 'https://www.youtube-nocookie.com',
    needsReferrer: true,
    hosts: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    find: address =>
      address.hostname === 'youtu.be'
        ? address.pathname.slice(1)
        : (query(address, 'v') ?? inPath(address, /^\/(?:embed|v|shorts|live)\/([\w-]{11})(?![\w-])/)),
    id: /^(?!videoseries$)[\w-]{11}$/,
    player: id => `/embed/${id}?autoplay=1`,
    page: id => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    name: { zh: '腾讯视频', en: 'Tencent Video' },
    shape: 'wide',
    origin: 'https://v.qq.com',
    hosts: ['v.qq.com', 'video.qq.com', 'imgcache.qq.com'],
    find: address => query(address, 'vid') ?? inPath(address, /^\/x\/(?:page|cover\/\w+)\/(\w+)\.html$/),
    id: /^[a-z]\w{10}$/,
    player: id => `/txp/iframe/player.html?vid=${id}`,
    page: id => `https://v.qq.com/x/page/${id}.html`,
  },
  {
    name: { zh: '优酷', en: 'Youku' },
    shape: 'wide',
    origin: 'https://player.youku.com',
    hosts: ['youku.com'],
    find: address =>
      query(address, 'VideoIDS', 'vid') ??
      inPath(
        address,
        /(?:^\/embed\/|\/sid\/|^\/v_show\/id_)(\w+(?:={1,2}|%3D){0,2})(?=$|\/|\.html)/i,
      )?.replaceAll(/%3d/gi, '='),
    id: /^X\w{6,24}={0,2}$/,
    player: id => `/embed/${id}`,
    page: id => `https://v.youku.com/v_show/id_${id}.html`,
  },
  {
    name: { zh: 'AcFun', en: 'AcFun' },
    shape: 'wide',
    origin: 'https://www.acfun.cn',
    hosts: ['acfun.cn'],
    find: address => inPath(address, /^\/(?:player|v)\/(ac\d+(?:_\d+)?)$/),
    id: /^ac\d{1,12}(_\d{1,4})?$/,
    player: id => `/player/${id}`,
    page: id => `https://www.acfun.cn/v/${id}`,
  },
  {
    name: { zh: '西瓜视频', en: 'Xigua' },
    shape: 'wide',
    origin: 'https://www.ixigua.com',
    hosts: ['ixigua.com'],
    find: address => inPath(address, /^\/(?:iframe\/)?i?(\d+)\/?$/),
    id: /^\d{15,20}$/,
    player: id => `/iframe/${id}?autoplay=1`,
    page: id => `https://www.ixigua.com/${id}`,
  },
  {
    name: { zh: '抖音', en: 'Douyin' },
    shape: 'tall',
    origin: 'https://open.douyin.com',
    hosts: ['douyin.com'],
    find: address => query(address, 'vid') ?? inPath(address, /^\/video\/(\d+)\/?$/),
    id: /^\d{15,20}$/,
    player: id => `/player/video?vid=${id}&autoplay=1`,
    page: id => `https://www.douyin.com/video/${id}`,
  },
  {
    name: { zh: '搜狐视频', en: 'Sohu Video' },
    shape: 'wide',
    origin: 'https://tv.sohu.com',
    hosts: ['tv.sohu.com'],
    // Which of the two kinds of id it is matters to the player; the page of neither can be told from it.
    find: address =>
      ['bid', 'vid'].map(kind => `${kind}=${query(address, kind)}`).find(each => /\d/.test(each)),
    id: /^[bv]id=\d{4,12}$/,
    player: id => `/s/sohuplayer/iplay.html?${id}&autoplay=true`,
    page: id => `https://tv.sohu.com/s/sohuplayer/iplay.html?${id}`,
  },
  {
    name: { zh: '爱奇艺', en: 'iQiyi' },
    shape: 'wide',
    origin: 'https://open.iqiyi.com',
    hosts: ['open.iqiyi.com'],
    find: address => query(address, 'vid') && `${query(address, 'vid')}/${query(address, 'tvId') ?? ''}`,
    id: /^[0-9a-f]{32}\/\d{0,20}$/,
    player: id => `/developer/player_js/coopPlayerIndex.html?vid=${id.replace('/', '&tvId=')}`,
    page: id =>
      `https://open.iqiyi.com/developer/player_js/coopPlayerIndex.html?vid=${id.replace('/', '&tvId=')}`,
  },
  {
    name: { zh: '知乎', en: 'Zhihu' },
    shape: 'wide',
    origin: 'https://video.zhihu.com',
    hosts: ['zhihu.com'],
    find: address => inPath(address, /^\/video\/(\d+)\/?$/),
    id: /^\d{8,20}$/,
    player: id => `/video/${id}`,
    page: id => `https://www.zhihu.com/video/${id}`,
  },
  {
    name: { zh: 'Vimeo', en: 'Vimeo' },
    shape: 'wide',
    origin: 'https://player.vimeo.com',
    hosts: ['vimeo.com'],
    find(address) {
      const path = inPath(address, /^\/(?:video\/)?(\d+(?:\/[0-9a-f]+)?)\/?$/)
      // What is not listed is found with a second number only.
      const key = query(address, 'h')
      return path && key ? `${path}/${key}` : path
    },
    id: /^\d{4,12}(\/[0-9a-f]{6,16})?$/,
    player: id => `/video/${id.replace('/', '?h=')}${id.includes('/') ? '&' : '?'}autoplay=1`,
    page: id => `https://vimeo.com/${id}`,
  },
  {
    name: { zh: '网易云音乐', en: 'NetEase Cloud Music' },
    shape: 'slim',
    origin: 'https://music.163.com',
    hosts: ['music.163.com'],
    find(address) {
      const kind = ['playlist', 'album', 'song', 'program'][Number(query(address, 'type') ?? Number.NaN)]
      return `${kind ?? inPath(address, /^\/(\w+)$/)}/${query(address, 'id')}`
    },
    id: /^(playlist|album|song|program)\/\d{1,16}$/,
    player(id) {
      const [kind, number] = id.split('/')
      const type = ['playlist', 'album', 'song', 'program'].indexOf(kind!)
      return `/outchain/player?type=${type}&id=${number}&auto=1&height=90`
    },
    page: id => `https://music.163.com/${id.replace('/', '?id=')}`,
  },
  {
    name: { zh: 'Spotify', en: 'Spotify' },
    shape: 'slim',
    origin: 'https://open.spotify.com',
    hosts: ['open.spotify.com'],
    find: address =>
      inPath(
        address,
        /^\/(?:embed(?:-podcast)?\/|intl-\w+\/)?((?:track|album|playlist|artist|episode|show)\/\w+)$/,
      ),
    id: /^(track|album|playlist|artist|episode|show)\/[0-9A-Za-z]{22}$/,
    player: id => `/embed/${id}`,
    page: id => `https://open.spotify.com/${id}`,
  },
  {
    name: { zh: 'SoundCloud', en: 'SoundCloud' },
    shape: 'slim',
    origin: 'https://w.soundcloud.com',
    hosts: ['soundcloud.com'],
    find(address) {
      const named = query(address, 'url') ?? ''
      return /^https?:\/\/(?:api\.)?soundcloud\.com\/([\w/-]+)/.exec(named)?.[1]
    },
    id: /^[\w-]{1,64}(\/[\w-]{1,128}){1,2}$/,
    player: id => `/player/?url=${soundcloudAddress(id)}&auto_play=true`,
    // The page of a number is not known; the player shows it by itself.
    page: id => `https://w.soundcloud.com/player/?url=${soundcloudAddress(id)}`,
  },
  {
    name: { zh: 'Apple 播客', en: 'Apple Podcasts' },
    shape: 'slim',
    origin: 'https://embed.podcasts.apple.com',
    hosts: ['podcasts.apple.com'],
    find(address) {
      const [, land, show] = /^\/([a-z]{2})\/podcast\/(?:[^/]+\/)?id(\d+)$/.exec(address.pathname) ?? []
      const episode = query(address, 'i')
      return land && `${land}/${show}${episode ? `/${episode}` : ''}`
    },
    id: /^[a-z]{2}\/\d{4,14}(\/\d{4,16})?$/,
    player: id => applePath(id),
    page: id => `https://podcasts.apple.com${applePath(id)}`,
  },
  {
    name: { zh: 'CodePen', en: 'CodePen' },
    shape: 'tall',
    origin: 'https://codepen.io',
    hosts: ['codepen.io'],
    find({ pathname }) {
      const [, author, pen] = /^\/([\w-]+)\/(?:embed|pen)\/(?:preview\/)?(\w+)\/?$/.exec(pathname) ?? []
      return author && `${author}/${pen}`
    },
    id: /^[\w-]{1,64}\/[A-Za-z]{5,40}$/,
    player: id => `/${id.replace('/', '/embed/')}?default-tab=result`,
    page: id => `https://codepen.io/${id.replace('/', '/pen/')}`,
  },
  {
    name: { zh: 'X', en: 'X' },
    shape: 'tall',
    origin: 'https://platform.twitter.com',
    hosts: ['twitter.com', 'x.com'],
    find: address => query(address, 'id') ?? inPath(address, /^\/(?:\w+|i\/web)\/status(?:es)?\/(\d+)/),
    id: /^\d{5,20}$/,
    player: id => `/embed/Tweet.html?id=${id}&dnt=true`,
    page: id => `https://x.com/i/status/${id}`,
  },
]

const soundcloudAddress = (id: string) =>
  encodeURIComponent(`https://${/^(tracks|playlists)\/\d+$/.test(id) ? 'api.' : ''}soundcloud.com/${id}`)

function applePath(id: string): string {
  const [land, show, episode] = id.split('/')
  return `/${land}/podcast/id${show}${episode ? `?i=${episode}` : ''}`
}

/** Where players may come from: what a policy has to allow in frames, and nothing else. */
export const playerOrigins: readonly string[] = providers.map(({ origin }) => origin)

/** What an address of a provider's player or page stands for, if it is known. Of the address only an id is taken over. */
export function embedOf(address: Address): Embed | undefined {
  if (!/^https?:$/.test(address.protocol)) return undefined
  const provider = providers.find(({ hosts }) =>
    hosts.some(host => address.hostname === host || address.hostname.endsWith(`.${host}`)),
  )
  const id = provider?.find(address)
  if (!provider || !id || !provider.id.test(id)) return undefined
  return { provider, player: provider.origin + provider.player(id), page: provider.page(id) }
}
