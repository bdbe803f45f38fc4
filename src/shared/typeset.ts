// Goes into the head of every article that needs it: small counts.

/** In place of what lies within a text but is none of it: code, a picture. It parts what stands on its sides. */
export const OPAQUE = '\ufffc'

// Character classes, to stand within the brackets of a regular expression.
const HAN = '\\p{sc=Han}ぁ-ヿ'
const MARKS = '、。〈-】〔〕！（），：；？'
const TEXT = `${HAN}${MARKS}“”`
const LATIN = '0-9A-Za-zÀ-ÖØ-öø-ɏ'
/** Any space but the ideographic one, which is meant. */
const S = '[^\\S　]'

const pattern = (source: string) => new RegExp(source, 'gu')

/**
 * What stands in Han text, or at its beginning or end. The first character is looked at first: to look back over spaces
 * from each of many spaces would take forever.
 */
const within = (set: string, first: string, rest: string, maybe = '') =>
  pattern(`(?=${first})(?<=(?:[${set}]|^)${S}*)${first}${rest}(?=${S}*${maybe}(?:[${set}]|$))`)

const HIDDEN = pattern(`${OPAQUE}|(?:https?://|www[.])[^\\s"“”${MARKS}]*`)
const MAY_CHANGE = /[\s"(,.:;?!…—-]|。{3}/
const HAS_HAN = new RegExp(`[${HAN}]`, 'u')

const BRACKETS = within(`${TEXT}…—`, '[(]', '[^()]*[)]', `(?:[,.;:?!]${S}*)?`)
const POINTS = within(TEXT, '[,;:?!]', '+')
// A point between two words may be a name's (迈克尔.乔丹), one after a numeral counts (一. 背景).
const FULL_STOPS = pattern(`(?<=[${HAN}])(?<![一二三四五六七八九十])[.](?=${S}+[${HAN}]|${S}*$)`)
const DOTS = within(TEXT, '[.…]', '+')
// A single dash between two words joins them (北京—上海); one with spaces around it parts them.
const DASHES = within(`${TEXT}…`, '[-—]', `(?:(?<=-)-{1,2}|(?<=—)—+|(?<=${S}—)(?=${S}))`)
const SPACES = `(?<=[${MARKS}“])${S}+|(?<!${S})${S}+(?=[${MARKS}”])|(?<=——|……|”)${S}+(?=[${HAN}])|(?<=[${HAN}])${S}+(?=——|……|“)`
const SPACES_AT_POINTS = pattern(SPACES)
const ALL_SPACES = pattern(`${SPACES}|(?<=[${HAN}])${S}+(?=[${LATIN}])|(?<=[${LATIN}])${S}+(?=[${HAN}])`)

/**
 * Sets the text of one block as a Chinese book would: “…” for straight quotes, full-width marks, —— and ……, and no
 * spaces where they are typed for want of better. Changes quotes, marks and spaces only, and only in Han text: not in
 * Latin sentences, numbers or addresses. Doing it twice changes nothing.
 *
 * @param pieces the text in the pieces that markup cuts it into, with `OPAQUE` for what is not text
 * @param hasAutospace whether the browser spaces Han from Latin by itself; if not, spaces typed there stay
 */
export function typeset(pieces: readonly string[], hasAutospace: boolean): string[] {
  const whole = pieces.join('')
  if (!HAS_HAN.test(whole) || !MAY_CHANGE.test(whole)) return [...pieces]
  let parts = [...pieces]
  /** Every character has a cell: what becomes of it stays in its part. */
  const edit = (change: (cells: string[], text: string) => void) => {
    const text = parts.join('')
    const cells = text.split('')
    change(cells, text)
    let start = 0
    parts = parts.map(({ length }) => {
      start += length
      return cells.slice(start - length, start).join('')
    })
  }
  const replace = (found: RegExp, by: (match: string) => string) =>
    edit((cells, text) => {
      for (const { 0: match, index } of text.matchAll(found)) {
        const shown = by(match)
        const last = match.length - 1
        for (let each = 0; each <= last; each++)
          cells[index + each] = each < last ? (shown[each] ?? '') : shown.slice(last)
      }
    })

  let hidden = ''
  replace(HIDDEN, address => {
    hidden += address
    return OPAQUE.repeat(address.length)
  })
  edit(turnQuotes)
  replace(BRACKETS, each => `（${each.slice(1, -1)}）`)
  replace(POINTS, marks => marks.replace(/./g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)))
  replace(FULL_STOPS, () => '。')
  replace(/。{3,}/g, () => '……')
  replace(DOTS, dots => (/…|\.{3}/.test(dots) ? '……' : dots))
  replace(DASHES, () => '——')
  replace(hasAutospace ? ALL_SPACES : SPACES_AT_POINTS, () => '')

  let shown = 0
  return parts.map(part => part.replaceAll(OPAQUE, () => hidden[shown++]!))
}

/** Feeds part quotes from their text by spaces on both sides, so only counting tells opening from closing ones. */
function turnQuotes(cells: string[], text: string): void {
  const pairs: [number, number][] = []
  let open = -1
  for (const { index } of text.matchAll(/"/g)) {
    if (open >= 0) {
      // What begins with a comma does not begin here: the count is off, and better nothing is turned than all.
      if (/^[，。、；：？！）》]./.test(text.slice(open + 1, index).trim())) return
      pairs.push([open, index])
      open = -1
    } else if (!/\d/.test(text[index - 1] ?? '')) open = index // 27" is inches
  }
  if (open >= 0) return // one is missing, and nothing says which

  for (const [first, last] of pairs) {
    const quoted = text.slice(first + 1, last)
    const isApart = quoted.trim() && /\s/.test(text[first + 1]!) && /\s/.test(text[last - 1]!)
    const isCode = /=\s*$/.test(text.slice(Math.max(0, first - 4), first))
    if (isCode || (!HAS_HAN.test(quoted) && !isApart)) continue // a name in Latin letters stays as it is, too
    cells[first] = '“'
    cells[last] = '”'
  }
}
