import { type Element, getAttribute, isElement, plainText } from '../html.ts'
import { styleOf } from './look.ts'
import type { Size } from './picture-size.ts'

/**
 * What an image is to the reader: one of the article's pictures, a sign within its text (emoji, badge), a formula
 * there, or nothing (tracker, spacer, avatar, icon, reward code).
 */
export type PictureKind = 'picture' | 'sign' | 'formula' | 'nothing'

/** An image no larger than this, in CSS pixels, is a sign within the text. */
const SIGN_SIZE = 48

/** An image no larger than this that floats beside the text is the icon of a section, not a picture of the article. */
const ICON_SIZE = 150

/** An image no larger than this that shares a link with words leads to something else. */
const THUMB_SIZE = 120

const word = (words: string) => new RegExp(`(^|[\\s_./-])(${words})([\\s_./-]|$)`, 'i')

const FORMULA_CLASS = word('latex|formula|equation|katex|mathjax')
const FORMULA_ADDRESS = /\/equation\?tex=|latex\.codecogs\.com/i
const SIGN_CLASS = word('emoji|emoticons?|emotion|smil(?:e|ey|ies)(?:_\\w+)?|biaoqing|expression|badge')
const SIGN_ADDRESS =
  /\/(emoji|emojis|emoticons?|smil(e|ey|ies)|twemoji|face|expression)s?\/|img\.shields\.io|badgen\.net|badge\.fury\.io|travis-ci\.(org|com)|\/badges?[/.]|badge\.svg/i

/** Ruled lines, drawn. */
const RULE_CLASS = word('dividers?|separators?|sep[-_]line|split[-_]line|cut-off(?:-\\d+)?|hr')
const RULE_HEIGHT = 60
const RULE_RATIO = 16

const FACE_CLASS = word(
  'avatars?|user-?face|head-?img|gravatar|author-?(?:img|pic|photo|avatar)|qr-?code|reward|donate',
)
/** What a large image is not, whatever its class says. */
const ICON_CLASS = word('ico|icons?|iconfont|logo|tracker|tracking|pixel')
const IDLE_ALT =
  /^\s*(头像|作者头像|avatar|赞赏码|打赏|微信支付|支付宝|logo|icon|广告|分[割隔]线|QQ群|微信群)\s*$|二维码|小程序码|收款码/i
const IDLE_ADDRESS =
  /\/ads?\/|[/_.-](qr|qr-?code|qr_code|down-?qr|erweima)\w*\.\w+$|\/[\w-]+_(qr|qrcode)(_\w+)*\.\w+$|\/(avatars?|gravatar|favicon)(\/|\.\w+$)|\/\/(secure\.)?gravatar\.com\/|\/(user)?face\/\d|\/1x1\.|[/_-](spacer|pixel|tracking|tracker|beacon)\.(gif|png)|\/\/(hm\.baidu\.com|[^/]*\.cnzz\.com|pixel\.wp\.com|stats\.wordpress\.com|www\.google-analytics\.com|[^/]*\.doubleclick\.net|feeds\.feedburner\.com|sb\.scorecardresearch\.com)\//i

/** Judges an image by its size, and by the names that its maker gave to it and to the frames around it. */
export function kindOfPicture(image: Element, address: string, { width, height }: Size): PictureKind {
  const longest = Math.max(width ?? 0, height ?? 0)
  if (width !== undefined && height !== undefined && Math.min(width, height) <= 2) return 'nothing'
  if ((width === undefined || height === undefined) && longest > 0 && longest <= 2) return 'nothing'
  const names = `${getAttribute(image, 'class') ?? ''} ${getAttribute(image, 'id') ?? ''}`
  if (
    getAttribute(image, 'eeimg') !== undefined ||
    FORMULA_CLASS.test(names) ||
    FORMULA_ADDRESS.test(address)
  )
    return 'formula'
  const trueAddress = getAttribute(image, 'data-canonical-src') ?? address
  if (SIGN_CLASS.test(names) || SIGN_ADDRESS.test(trueAddress)) return 'sign'
  if (RULE_CLASS.test(names) || isRule(width, height)) return 'nothing'
  if (FACE_CLASS.test(names) || IDLE_ADDRESS.test(address)) return 'nothing'
  if (ICON_CLASS.test(names) && longest <= ICON_SIZE) return 'nothing'
  if (IDLE_ALT.test(getAttribute(image, 'alt') ?? '')) return 'nothing'
  const isMeasured = width !== undefined && height !== undefined
  if (isMeasured && longest <= SIGN_SIZE) return 'sign'
  if (isMeasured && longest <= THUMB_SIZE && standsInLinkText(image)) return 'nothing'
  if (isMeasured && longest <= ICON_SIZE && (floats(image) || floats(image.parentNode as Element | null)))
    return 'nothing'
  return 'picture'
}

const isRule = (width: number | undefined, height: number | undefined) =>
  height !== undefined &&
  (width === undefined ? height <= RULE_HEIGHT / 4 : height <= RULE_HEIGHT && width >= RULE_RATIO * height)

/** The thumbnail of a link to another article or to a shop. */
function standsInLinkText(image: Element): boolean {
  const frame = image.parentNode as Element | null
  return !!frame && isElement(frame, 'a') && plainText(frame) !== ''
}

const floats = (node: Element | null) =>
  !!node &&
  isElement(node) &&
  (/^(left|right)$/i.test(styleOf(node).float ?? '') ||
    /^(left|right)$/i.test(getAttribute(node, 'align') ?? ''))
