import search from 'approx-string-match'

/**
 * A passage of a text, told in a way that finds it again after the text has changed: the quote selector and the
 * position selector of https://www.w3.org/TR/annotation-model/#selectors in one.
 */
export interface Quote {
  quote: string
  /** What stands right before and after it. */
  prefix: string
  suffix: string
  /** Where it began. */
  start: number
}

export interface Span {
  start: number
  end: number
}

/** So much of what stands around a passage is kept. */
const CONTEXT = 32
/** A longer passage is no mark but a copy. */
export const LONGEST = 10_000
/** The share of a quote that may differ, and what may where what stands around it differs as well. */
const MOST_ERRORS = 0.2
const FEW_ERRORS = 0.1
/** A quote that occurs more often is looked for only around its place. */
const MOST_OCCURRENCES = 4000
/** Which one of several equals is meant, so many characters in common with what was there tell. */
const ENOUGH = 8
/** Fuzzy search takes time: it looks around the places where the passage may be, and no farther. */
const NEAR = 10_000
/** It takes the more time the longer a quote is: a long one is known by its two ends. */
const LONG = 256

/** A passage without the spaces at its ends; null if nothing is left, or too much. */
export function describeQuote(text: string, { start, end }: Span): Quote | null {
  const passage = text.slice(start, end)
  const quote = passage.trim()
  if (quote === '' || quote.length > LONGEST) return null
  const from = start + passage.indexOf(quote)
  const to = from + quote.length
  return {
    quote,
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
    start: from,
  }
}

/**
 * Finds a passage in a text that may have changed since: at its place, else wherever the same words stand in the most
 * similar company, else where they stand a little altered.
 *
 * @returns null if it is not there any more
 */
export function findQuote(text: string, quote: Quote): Span | null {
  if (quote.quote === '') return null
  return atItsPlace(text, quote) ?? sameWords(text, quote) ?? similarWords(text, quote)
}

function atItsPlace(text: string, { quote, prefix, suffix, start }: Quote): Span | null {
  const from = start - prefix.length
  return from >= 0 && text.startsWith(prefix + quote + suffix, from)
    ? { start, end: start + quote.length }
    : null
}

function sameWords(text: string, quote: Quote): Span | null {
  const spans = occurrences(text, quote.quote, quote.start).map(start => ({
    start,
    end: start + quote.quote.length,
  }))
  const best = bestOf(text, spans, quote)
  if (!best) return null
  const isSure = spans.length === 1 || quote.quote.length + agreement(text, best, quote) >= ENOUGH
  return isSure ? best : null
}

/** Where words stand, those around a place first. */
function occurrences(text: string, words: string, place: number): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words, place); at >= 0; at = text.indexOf(words, at + 1))
    if (found.push(at) >= MOST_OCCURRENCES / 2) break
  // `lastIndexOf` takes a place before the text for its first.
  for (let at = place; at > 0 && found.length < MOST_OCCURRENCES; ) {
    at = text.lastIndexOf(words, at - 1)
    if (at < 0) break
    found.push(at)
  }
  return found
}

function similarWords(text: string, quote: Quote): Span | null {
  if (quote.quote.length > LONG) return betweenItsEnds(text, quote)
  const most = Math.floor(quote.quote.length * MOST_ERRORS)
  if (most === 0) return null
  const found = windowsOf(text, quote).flatMap(({ start, end }) =>
    search(text.slice(start, end), quote.quote, most).map(match => ({
      start: start + match.start,
      end: start + match.end,
      errors: match.errors,
    })),
  )
  const fewest = Math.min(...found.map(({ errors }) => errors))
  const best = bestOf(
    text,
    found.filter(({ errors }) => errors === fewest),
    quote,
  )
  if (!best) return null
  const isSure = fewest <= quote.quote.length * FEW_ERRORS || agreement(text, best, quote) >= ENOUGH
  return isSure ? { start: best.start, end: best.end } : null
}

function betweenItsEnds(text: string, { quote, prefix, suffix, start }: Quote): Span | null {
  const half = LONG / 2
  const head = findQuote(text, {
    quote: quote.slice(0, half),
    prefix,
    suffix: quote.slice(half, half + CONTEXT),
    start,
  })
  if (!head) return null
  const tail = findQuote(text, {
    quote: quote.slice(-half),
    prefix: quote.slice(-half - CONTEXT, -half),
    suffix,
    start: head.start + quote.length - half,
  })
  if (!tail) return null
  const length = tail.end - head.start
  const isSame = Math.abs(length - quote.length) <= quote.length * MOST_ERRORS
  return isSame ? { start: head.start, end: tail.end } : null
}

/** Stretches of a text in which a passage may be: around its place, and beside what stood beside it. */
function windowsOf(text: string, { quote, prefix, suffix, start }: Quote): Span[] {
  const around = (place: number, reach: number) => ({
    start: Math.max(0, place - reach),
    end: Math.min(text.length, place + quote.length + reach),
  })
  const reach = 2 * quote.length
  const windows = [around(Math.min(start, text.length), NEAR)]
  for (const [context, distance] of [
    [prefix, prefix.length],
    [suffix, -quote.length],
  ] as const) {
    const at = context.length >= ENOUGH ? nearest(occurrences(text, context, start), start) : undefined
    if (at !== undefined) windows.push(around(at + distance, reach))
  }
  return windows
}

const nearest = (places: number[], place: number): number | undefined =>
  places.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))[0]

/** The span in the most similar company; of equals, the nearest to where it was. */
function bestOf<Found extends Span>(text: string, spans: Found[], quote: Quote): Found | null {
  let best: Found | null = null
  let most = -1
  for (const span of spans) {
    const agreed = agreement(text, span, quote)
    const isNearer = () => Math.abs(span.start - quote.start) < Math.abs(best!.start - quote.start)
    if (agreed > most || (agreed === most && isNearer())) {
      best = span
      most = agreed
    }
  }
  return best
}

/** How many characters before and after a span are as they were around the passage. */
function agreement(text: string, span: Span, { prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && text[span.start - 1 - before] === prefix.at(-1 - before)) before++
  let after = 0
  while (after < suffix.length && text[span.end + after] === suffix[after]) after++
  return before + after
}
