import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAll, foldInSlices, type Hit, hitFrom, hitNear } from './find-all.ts'
import { type Folded, foldInto, foldNeedle } from './fold.ts'

function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] }
  foldInto(folded, text)
  return folded
}
const find = (text: string, needle: string) =>
  findAll(fold(text), needle).map(({ start, end }) => text.slice(start, end))

describe('what makes no difference', () => {
  test.each([
    ['case', 'Shiye, SHIYE, shiye', 'shiYE', ['Shiye', 'SHIYE', 'shiye']],
    ['width', 'ＡＢＣ１２３ abc123', 'Abc123', ['ＡＢＣ１２３', 'abc123']],
    ['width of kana', 'ｶﾞｲﾄﾞ ガイド', 'ガイド', ['ｶﾞｲﾄﾞ', 'ガイド']],
    ['spaces of typography', '2024\u2009年 3 月', '2024年3月', ['2024\u2009年 3 月']],
    ['spaces in what is looked for', '用iPhone拍照', ' 用 iphone 拍 ', ['用iPhone拍']],
    ['what has no width', '拾\u200b页，hy\u00adphen', 'hyphen', ['hy\u00adphen']],
    ['how accents are written', 'café cafe\u0301', 'CAFÉ', ['café', 'cafe\u0301']],
    ['ligatures', 'ﬁnd', 'find', ['ﬁnd']],
    ['quotation marks', '“软件”「软件」"软件"', '「软件」', ['“软件”', '「软件」', '"软件"']],
    ['how Hangul is written', '\u1112\u1161\u11ab글', '한글', ['\u1112\u1161\u11ab글']],
  ])('%s', (_, text, needle, hits) => {
    expect(find(text, needle)).toEqual(hits)
  })
})

test.each([
  ['one character', '的确是的', '的', ['的', '的']],
  ['a part of a ligature is the whole', 'ﬁ', 'i', ['ﬁ']],
  ['one character that holds it twice is one hit', '㎜', 'm', ['㎜']],
  ['nothing goes on in the next block', '中\n国', '中国', []],
  ['hits do not overlap', 'ababa', 'aba', ['aba']],
  ['beyond the basic plane', '𠮷野家', '𠮷', ['𠮷']],
  ['another accent is another letter', 'cafe', 'café', []],
  ['another voice is another kana', 'かが', 'か', ['か']],
  ['nothing', '拾页', ' \n', []],
])('%s', (_, text, needle, hits) => {
  expect(find(text, needle)).toEqual(hits)
})

/** Few different units, all that fold in some way, so that hits are many. */
const texts = fc
  .array(
    fc.constantFrom(
      ...'aAbé',
      'e\u0301',
      '\u0301',
      ' ',
      '\n',
      '\u2009',
      '中',
      '文',
      'Ａ',
      'ﬁ',
      'i',
      'ｶﾞ',
      'ガ',
      'ﾞ',
      '“',
      '」',
      '"',
      'İ',
      '𠮷',
      '\ud842',
      '\u1112',
      '\u1161',
      '한',
      '㎜',
      'ß',
    ),
    { maxLength: 40 },
  )
  .map(units => units.join(''))

/** As one would do it by hand: every place is tried. */
function naive({ text, starts, ends }: Folded, needle: string): Hit[] {
  const hits: Hit[] = []
  const wanted = foldNeedle(needle)
  for (let at = 0; wanted && at <= text.length - wanted.length; ) {
    if (text.slice(at, at + wanted.length) === wanted) {
      const hit = { start: starts[at]!, end: ends[at + wanted.length - 1]! }
      if (!hits.some(({ end }) => hit.start < end)) hits.push(hit)
      at += wanted.length
    } else at++
  }
  return hits
}

test('finds what trying every place finds, and each says what was looked for', () => {
  fc.assert(
    fc.property(texts, texts, (text, needle) => {
      const folded = fold(text)
      const hits = findAll(folded, needle)
      expect(hits).toEqual(naive(folded, needle))
      for (const { start, end } of hits)
        expect(fold(text.slice(start, end)).text).toContain(foldNeedle(needle))
    }),
  )
})

test('what stands in a line of the text is found there', () => {
  fc.assert(
    fc.property(texts, texts, texts, (before, needle, after) => {
      fc.pre(foldNeedle(needle) !== '' && !needle.includes('\n'))
      // Marks and syllables may join across the seam: a space keeps them apart.
      const hits = findAll(fold(`${before} \n${needle}\n${after}`), needle)
      expect(hits.some(({ start }) => start <= before.length + 2 + needle.length)).toBe(true)
    }),
  )
})

test('every unit of a folded text comes from where it says', () => {
  fc.assert(
    fc.property(texts, text => {
      const { text: folded, starts, ends } = fold(text)
      expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
      starts.forEach((start, index) => {
        expect(fold(text.slice(start, ends[index])).text).toContain(folded[index])
        expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
      })
    }),
  )
})

test('a long text folds in slices to the same', async () => {
  const text = 'Ａé 中文\n'.repeat(5000)
  expect(await foldInSlices(text)).toEqual(fold(text))
})

test('the nearest hit, and the next from a place', () => {
  const hits = findAll(fold('一二一二一二'), '一')
  expect([0, 1, 3, 9].map(place => hitNear(hits, place))).toEqual([0, 0, 1, 2])
  expect([0, 1, 4, 5].map(place => hitFrom(hits, place))).toEqual([0, 1, 2, 0])
  expect([hitNear([], 3), hitFrom([], 3)]).toEqual([0, 0])
})
