import {
  createElement,
  type Element,
  isElement,
  type Node,
  type Parent,
  plainText,
  setChildren,
} from '../html.ts'

/** Who did what, in the words that stand before a name. */
const ROLE =
  '作者|原作者|文字|撰文|撰稿|执笔|主笔|整理|编译|翻译|译者|译|编辑|责编|责任编辑|主编|总编辑|值班编辑|微信编辑|实习编辑|校对|校审|审校|审核|终审|监制|出品|策划|统筹|' +
  '设计|视觉|美编|排版|制图|插画|封面|题图|头图|配图|摄影|图片|记者|通讯员|实习生|采写|投稿|来源|文章来源|稿件来源|信息来源|原文|原文链接|原文地址|原文标题|参考|参考资料|转自|转载自|首发|运营|文|图|图文'
const SEPARATOR = '\\s*(?:[|｜丨:：/／@]|——)\\s*'
const CREDIT = new RegExp(
  `^[（(【\\[▎■●]?\\s*(?:本文)?(?:${ROLE})(?:\\s*[、&＆和及/／]\\s*(?:${ROLE}))*${SEPARATOR}\\S`,
)
const SENTENCES = [
  /^[（(【[]?(本文|文章|本稿|此文|原文)(系|为|由|来自|出自|首发|转载|转自|来源|作者|选自|节选|编译|授权|经|仅|不代表|不构成)/,
  /^[（(【[]?(题图|头图|封面图?|配图|文中图片|图片)(均)?(来自|来源|由|出自|源自)/,
  /^[（(【[]?(转载|版权|免责|特别)?(声明|须知|说明)\s*[:：]|^(转载|引用)(请|须)|^版权(归|所有|信息)/,
  /^(未经(许可|授权)|欢迎(关注|转载|投稿)|(扫码|扫描|长按|关注).{0,24}(关注|公众号|二维码|微信|交流群|加入))/,
  /^.{0,24}公众号$/,
  /^[（(【[]?(完|全文完|本文完|END|The end)[）)】\]。.]?$/i,
  /^-{2,}\s*(end|完)\s*-{2,}$/i,
  /^((written|edited|photos?) )?by\s*:?\s+\p{Lu}[\p{L}.'-]+( \p{Lu}[\p{L}.'-]+){0,3}$/iu,
  /^(source|via|credits?)\s*[:：]\s*\S/i,
]
/** What opens an article only: 某某的回答. */
const ANSWER = /^[^。，！？]{1,24}的回答$/
/** A name in bold before the text goes on: 某某， */
const NAME = /^[^。！？]{1,12}[，,]$/

const LONGEST_CREDIT = 120
const MOST_CREDITS = 8
const LONGEST_SLOGAN = 20
/** An article has more than its credits. */
const LEAST_REST = 2

/**
 * Sets the lines about who wrote, edited and published the text apart from it: `<div class="credits">`, small and quiet,
 * at the end and, where an article begins with them, at its head. Captions must have been lifted before.
 */
export function setApartCredits(body: Parent): void {
  const blocks = body.childNodes
  if (blocks.length <= LEAST_REST) return
  const end = startOfCredits(blocks)
  let start = 0
  // A cover and a lead may stand before the names.
  while (start < 2 && start < end && isElement(blocks[start]!, 'figure', 'blockquote')) start++
  let stop = start
  while (stop < end - LEAST_REST && stop - start < MOST_CREDITS && isOpening(blocks[stop]!)) stop++
  if (start === stop && end === blocks.length) return
  setChildren(body, [
    ...blocks.slice(0, start),
    ...creditsOf(blocks.slice(start, stop)),
    ...blocks.slice(stop, end),
    ...creditsOf(blocks.slice(end)),
  ])
}

/** Where the credits at the end begin. A slogan may follow two of them. */
function startOfCredits(blocks: Node[]): number {
  const first = (from: number) => {
    let start = from
    while (start > LEAST_REST && blocks.length - start < MOST_CREDITS && isCredit(blocks[start - 1]!)) start--
    return start
  }
  const start = first(blocks.length)
  const last = lineOf(blocks.at(-1)!)
  if (
    start < blocks.length ||
    last === undefined ||
    last.length > LONGEST_SLOGAN ||
    /[。！？：，]/.test(last)
  )
    return start
  const beforeSlogan = first(blocks.length - 1)
  return blocks.length - 1 - beforeSlogan >= 2 ? beforeSlogan : start
}

const creditsOf = (lines: Node[]): Element[] =>
  lines.length > 0 ? [createElement('div', { class: 'credits' }, lines)] : []

function isCredit(node: Node): boolean {
  const text = lineOf(node)
  return text !== undefined && (namesRole(text) || SENTENCES.some(pattern => pattern.test(text)))
}

/** At the head only what names people and sources: sentences there may be the article's own. */
function isOpening(node: Node): boolean {
  const text = lineOf(node)
  if (text === undefined) return false
  if (namesRole(text) || ANSWER.test(text)) return true
  if (/^[（(]?本文(来自|出自|转载自|首发于|由.{1,20}授权)/.test(text)) return true
  return NAME.test(text) && isElement((node as Element).childNodes[0]!, 'strong', 'b')
}

/** In an interview the reporter's questions begin like credits, and end like sentences. */
const namesRole = (text: string) => CREDIT.test(text) && !/[？?！!]|^.{60,}。$|^记者.*。$/.test(text)

/** The text of a paragraph that is short enough. */
function lineOf(node: Node): string | undefined {
  if (!isElement(node, 'p')) return undefined
  const text = plainText(node)
  return text !== '' && text.length <= LONGEST_CREDIT ? text : undefined
}
