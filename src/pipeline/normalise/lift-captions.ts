import {
  createElement,
  elementsOf,
  isElement,
  type Parent,
  plainText,
  removeNode,
  setChildren,
} from '../html.ts'

/** Longer than this, in characters, is a paragraph that happens to name a picture. */
const MAX_CAPTION = 120

/** What only a caption begins with: 图 1：, 图片来源, ▲ … */
const OPENINGS =
  /^([▲△▼◎◆↑⬆]|图片?(来源|源)|图\s*[\d一二三四五六七八九十]+\s*[:：.、丨|]|图\s*[:：丨|/／]|(图片|摄影|摄|供图|制图|来源|资料图)\s*[:：丨|/／]|(photo|image|picture|credit|source)s?\s*(by|:)|(figure|fig\.)\s*\d+\s*[:.])/i

/** What only a caption ends with: 记者 某某 摄, 新华社发（某某 摄）, 某某供图. */
const ENDINGS = /((?<!拍)摄|供图|制图|绘图|新华社发|资料图片?)\s*[）)】\]]?\s*[。.]?$/

/** A credit in brackets: （来自：某某）, (via Someone). */
const BRACKETED =
  /^[（([【]\s*(来自|图自|图源|图片?来源|图片|图|摄影|via|image|photo|source)[^）)\]】]*[）)\]】]$/i

/**
 * A paragraph right after a picture becomes its caption if its wording says so. Position says nothing: after a
 * picture the article goes on more often than not, and a lost paragraph is worse than a missed caption.
 */
export function liftCaptions(body: Parent): void {
  for (const figure of elementsOf(body, 'figure')) {
    const siblings = figure.parentNode!.childNodes
    const next = siblings[siblings.indexOf(figure) + 1]
    if (!next || !isElement(next, 'p') || elementsOf(figure, 'figcaption').length > 0) continue
    if (!isCaption(plainText(next))) continue
    removeNode(next)
    setChildren(figure, [...figure.childNodes, createElement('figcaption', {}, next.childNodes)])
  }
}

/** Whether a line that follows a picture reads as its caption. */
export const isCaption = (text: string): boolean =>
  text.length > 0 &&
  text.length <= MAX_CAPTION &&
  (OPENINGS.test(text) || ENDINGS.test(text) || BRACKETED.test(text))
