import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBlock, encodeBlock, PARTS } from './block.ts'
import { fold } from './fold.ts'
import { eachTerm, findPhrase, lookupsOf } from './terms.ts'

const termsOf = (text: string): string[] => {
  const terms: string[] = []
  eachTerm(text, term => terms.push(term))
  return terms
}

const isTriple = (term: string) => term.startsWith('\u0002')

const triplesOf = (text: string): string[] => termsOf(text).filter(isTriple)

const folded = (text: string) => fold(text).text

test('one spelling stands for what readers take for the same', () => {
  expect(folded('ＡＢＣ　１２３')).toBe('abc 123')
  expect(folded('Café Müller')).toBe('cafe muller')
  expect(folded('Cafe\u0301')).toBe('cafe')
  expect(folded('憂鬱的臺灣烏龜')).toBe('忧郁的台湾乌龟')
  expect(folded('中国 GDP 增长')).toBe('中国gdp增长')
  expect(folded('ｶﾞﾗｽ')).toBe('ガラス')
  expect(folded('a\u200bb\u00adc')).toBe('abc')
  expect(folded('第一行 \n  第二行')).toBe('第一行\n第二行')
})

test('each unit of a folded text knows its place', () => {
  const { text, places } = fold('臺灣 ㎞ “好”')
  expect(text).toBe('台湾km"好"')
  expect(places).toEqual([0, 1, 3, 3, 5, 6, 7, 8])
})

test('terms are words, and pairs and threes of what has no gaps', () => {
  const text = 'a股涨5%,iphone15发布。'
  expect(termsOf(text).filter(term => !isTriple(term))).toEqual([
    'a',
    'a股',
    '股涨',
    '涨5',
    '5',
    'iphone',
    '15',
    '5发',
    '发布',
    '布',
  ])
  expect(triplesOf(text)).toEqual(['a股涨', '股涨5', '5发布'].flatMap(triplesOf))
})

test('a phrase is looked up by pairs that cover it', () => {
  const lookups = (phrase: string) =>
    lookupsOf(phrase).first.map(({ term, isPrefix }) => term + (isPrefix ? '*' : ''))
  expect(lookups('观测')).toEqual(['观测'])
  expect(lookups('观测站')).toEqual(['观测', '测站'])
  expect(lookups('天文观测')).toEqual(['天文', '观测'])
  const rest = lookupsOf('天文观测').rest.map(({ term }) => term)
  expect(rest).toEqual(['文观', ...triplesOf('天文观测')])
  expect(triplesOf('天文观测')).toHaveLength(2)
  expect(lookups('天')).toEqual(['天*'])
  expect(lookups('star wars')).toEqual(['star', 'wars*'])
  expect(lookups('3月')).toEqual(['3', '3月'])
  expect(lookups('你好，世界')).toEqual(['你好', '世界'])
  expect(lookups('用i')).toEqual(['用i'])
})

test('a word is found by its beginning, and Chinese anywhere', () => {
  expect(findPhrase('the smartphone', 'phone')).toBe(-1)
  expect(findPhrase('the phones', 'phone')).toBe(4)
  expect(findPhrase('iphone15', '15')).toBe(6)
  expect(findPhrase('2021年', '1年')).toBe(-1)
  expect(findPhrase('天文观测站', '观测')).toBe(2)
})

/** Texts of few characters, so that they meet. */
const text = fc
  .array(fc.constantFrom(...'天地玄黄臺台ａbB1２ ，。\n%é𠮷か゛'), { maxLength: 40 })
  .map(characters => characters.join(''))

test('whatever a text holds, its terms lead to it', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (original, from, length) => {
      const whole = folded(original)
      const phrase = folded(
        [...original]
          .slice(from % (original.length + 1))
          .slice(0, length)
          .join(''),
      )
      if (!phrase || phrase.includes('\n') || findPhrase(whole, phrase) < 0) return
      const terms = termsOf(whole)
      const { first, rest } = lookupsOf(phrase)
      for (const { term, isPrefix } of [...first, ...rest])
        expect(
          terms.some(each => (isPrefix ? each.startsWith(term) : each === term)),
          term,
        ).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('a block holds what was put in, and notices damage', () => {
  const articles = 500
  const places = fc.uniqueArray(fc.nat(articles * PARTS - 1), { minLength: 1, maxLength: 30 })
  const postings = fc
    .dictionary(fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }), places, { noNullPrototype: true })
    .map(all =>
      Object.keys(all)
        .sort()
        .map(term => ({ term, places: all[term]!.toSorted((a, b) => a - b) })),
    )
  fc.assert(
    fc.property(postings, fc.nat(), (all, cut) => {
      const bytes = encodeBlock(all, articles)
      const back = [...decodeBlock(bytes, articles)].map(({ term, places }) => ({
        term,
        places: [...places],
      }))
      expect(back).toEqual(all)
      const part = bytes.subarray(0, cut % bytes.length)
      expect(() => [...decodeBlock(part, articles)]).toThrow('damaged')
    }),
  )
})
