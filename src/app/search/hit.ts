import type { Article, Summary } from '../../shared/article.ts'
import { characterAt, type Folded, fold } from '../../shared/search/fold.ts'
import { searchedText } from '../../shared/search/searched-text.ts'
import { findPhrase } from '../../shared/search/terms.ts'
import type { Query } from './query.ts'

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  text: string
  isHit: boolean
}

/** An article that was found. */
export interface Hit {
  article: Pick<Summary, 'id' | 'title' | 'date' | 'categories' | 'author' | 'minutes' | 'lang'>
  title: Piece[]
  /** Of the body, where something was found. */
  snippet: Piece[]
  /** What of the body was found, as it stands there; empty if nothing was. */
  found: string
}

/** Characters of a snippet, and how many of them stand before what was found. */
const LENGTH = 100
const BEFORE = 24

/** @returns null if the article is not what was asked for */
export function hitIn(article: Article, { phrases, excluded }: Query): Hit | null {
  const text = searchedText(article)
  const [title, body, names] = [fold(text.title), fold(text.body), fold(text.names)]
  const stands = (phrase: string, { text }: Folded) => findPhrase(text, phrase) >= 0
  const isIn = (phrase: string) => [title, body, names].some(part => stands(phrase, part))
  if (!phrases.every(({ text, isInTitle }) => (isInTitle ? stands(text, title) : isIn(text)))) return null
  if (excluded.some(isIn)) return null
  const wanted = phrases.map(({ text }) => text)
  const { id, date, categories, author, minutes, lang } = article
  const inBody = placesOf(
    text.body,
    body,
    phrases.filter(({ isInTitle }) => !isInTitle).map(({ text }) => text),
  )
  const [first] = inBody
  return {
    article: { id, title: article.title, date, categories, author, minutes, lang },
    title: piecesOf(text.title, 0, text.title.length, placesOf(text.title, title, wanted)),
    snippet: snippetOf(text.body, inBody),
    found: first ? text.body.slice(...first) : '',
  }
}

type Place = [start: number, end: number]

/** So many places are marked. */
const MOST = 50

/** Where phrases stand in a text, in order. */
function placesOf(original: string, { text, places }: Folded, phrases: string[]): Place[] {
  const found = phrases.flatMap(phrase => {
    const own: Place[] = []
    for (
      let at = findPhrase(text, phrase);
      at >= 0 && own.length < MOST;
      at = findPhrase(text, phrase, at + phrase.length)
    ) {
      const last = places[at + phrase.length - 1]!
      own.push([places[at]!, last + characterAt(original, last).length])
    }
    return own
  })
  return found.sort(([one], [other]) => one - other)
}

/** The part of a body around its first hit; its beginning if there is none. */
function snippetOf(body: string, hits: Place[]): Piece[] {
  const first = hits[0]?.[0] ?? 0
  const start = first <= BEFORE ? 0 : wholeCharacter(body, first - BEFORE)
  const end = wholeCharacter(body, Math.min(body.length, Math.max(start + LENGTH, hits[0]?.[1] ?? 0)))
  const pieces = piecesOf(body, start, end, hits).map(piece => ({
    ...piece,
    text: piece.text.replace(/\n/g, ' '),
  }))
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...pieces,
    ...(end < body.length ? [{ text: '…', isHit: false }] : []),
  ]
}

/** Not in the middle of a character. */
const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

function piecesOf(text: string, from: number, to: number, hits: Place[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const [start, end] of hits) {
    if (end <= at || start >= to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(Math.max(at, start), Math.min(end, to)), isHit: true })
    at = Math.min(end, to)
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false })
  return pieces
}
