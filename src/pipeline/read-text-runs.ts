import { Tokenizer } from 'parse5'

/** What is used of parse5's tokenizer and is no part of its public module; `parse-bounded.test.ts` watches over it. */
interface Reader {
  preprocessor: { readonly html: string; pos: number }
  /** The end of the text that is read and not yet handed on. */
  runEnd: number
  _stateData(codePoint: number): void
}

const { _stateData: readOne } = Tokenizer.prototype as unknown as Reader

/**
 * Lets a tokenizer take the plain characters of a text in one go: it looks at each by itself, and most of an article
 * is text. Not for a tokenizer that notes places.
 */
export function readTextRuns(tokenizer: Tokenizer): void {
  const reader = tokenizer as unknown as Reader
  reader._stateData = readRun
}

function readRun(this: Reader, codePoint: number): void {
  readOne.call(this, codePoint)
  if (!isPlain(codePoint)) return
  const { html, pos } = this.preprocessor
  let end = pos + 1
  while (end < html.length && isPlain(html.charCodeAt(end))) end++
  this.preprocessor.pos = end - 1
  this.runEnd = end
}

/** No white space, markup or half of a pair: nothing that a tokenizer does more with than to hand it on. */
const isPlain = (unit: number) =>
  unit > 0x20 && unit !== 0x3c && unit !== 0x26 && (unit < 0xd800 || (unit > 0xdfff && unit <= 0xffff))
