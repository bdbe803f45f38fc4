/** A sentence, or a piece of a long one, as offsets in the text. */
export interface Sentence {
  start: number
  end: number
}

/** Remote voices fall silent after about fifteen seconds: so much is said in less. */
const LONGEST = 180

/** A Han character takes as long as three letters. */
const WEIGHT_OF_HAN = 3
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Where a voice pauses anyway, the better places first. */
const PAUSES = [/[;；:：。！？!?…]/, /[,，、—–]/, /[\s)）」』”]/]

/** How long saying it takes, in letters. */
export function weightOf(text: string): number {
  let weight = 0
  for (const character of text) weight += HAN.test(character) ? WEIGHT_OF_HAN : 1
  return weight
}

/**
 * Cuts one line of a text into sentences short enough for every voice; what has nothing to say is left out.
 *
 * @param offset of the line in the text
 */
export function sentencesOf(line: string, lang: string, offset = 0): Sentence[] {
  return segmentsOf(line, lang)
    .flatMap(({ start, end }) => [...bounded(line, start, end)])
    .map(({ start, end }) => trimmed(line, start, end))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(line.slice(start, end)))
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}

function segmentsOf(line: string, lang: string): Sentence[] {
  let start = 0
  return segments(line, lang).map(segment => {
    const sentence = { start, end: start + segment.length }
    start = sentence.end
    return sentence
  })
}

const segmenters = new Map<string, Intl.Segmenter>()

function segments(line: string, lang: string): string[] {
  // Firefox before 125 has none.
  if (!('Segmenter' in Intl)) return line.match(/[^.!?。！？…]*[.!?。！？…]*["'”’」』）)]*\s*/g) ?? []
  let segmenter = segmenters.get(lang)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' })
    segmenters.set(lang, segmenter)
  }
  return Array.from(segmenter.segment(line), ({ segment }) => segment)
}

/** Parts a long sentence at its pauses, or where it must be. */
function* bounded(line: string, start: number, end: number): Generator<Sentence> {
  let from = start
  for (;;) {
    const rest = line.slice(from, end)
    const head = headOf(rest)
    if (head.length === rest.length) break
    const cut = from + pauseIn(head)
    yield { start: from, end: cut }
    from = cut
  }
  yield { start: from, end }
}

/** As much as may be said in one go, in whole characters. */
function headOf(text: string): string {
  let weight = 0
  let head = ''
  for (const character of text) {
    weight += weightOf(character)
    if (weight > LONGEST) break
    head += character
  }
  return head
}

/** Where to pause last, but not soon after the beginning. */
function pauseIn(head: string): number {
  for (const pause of PAUSES)
    for (let end = head.length; end > head.length / 3; end--) if (pause.test(head[end - 1]!)) return end
  return head.length
}

function trimmed(line: string, start: number, end: number): Sentence {
  const text = line.slice(start, end)
  return {
    start: start + text.length - text.trimStart().length,
    end: end - text.length + text.trimEnd().length,
  }
}

/** What a voice is given of a sentence. */
export const spoken = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
