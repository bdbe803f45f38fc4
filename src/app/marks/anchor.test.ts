import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeQuote, findQuote, LONGEST, type Quote, type Span } from './anchor.ts'

/** A text whose sentences are all different. */
const story = Array.from(
  { length: 60 },
  (_, index) => `第${index}天，船从${index * 7}号渡口出发，载着${index * 13}袋米。`,
).join('\n')

function mark(text: string, words: string): Quote {
  const start = text.indexOf(words)
  return describeQuote(text, { start, end: start + words.length })!
}

const wordsAt = (text: string, span: Span | null) => span && text.slice(span.start, span.end)

test('a passage is told without the spaces around it, with what stands beside it', () => {
  expect(describeQuote('他说：  渡口到了。\n下船。', { start: 3, end: 11 })).toEqual({
    quote: '渡口到了。',
    prefix: '他说：  ',
    suffix: '\n下船。',
    start: 5,
  })
})

test.each([
  ['nothing', 'abc', 1, 1],
  ['spaces', 'a \n b', 1, 4],
  ['a book', 'x'.repeat(LONGEST + 1), 0, LONGEST + 1],
])('%s is no passage', (_, text, start, end) => {
  expect(describeQuote(text, { start, end })).toBeNull()
})

const passage = '船从210号渡口出发，载着390袋米'

describe('a passage is found', () => {
  test.each([
    ['in the same text', story],
    ['after a new beginning', `编者按：此文写于旧日。\n${story}`],
    ['after a long new beginning', `${'新添的段落。'.repeat(9000)}${story}`],
    ['when the end is gone', story.slice(0, story.indexOf(passage) + passage.length)],
    ['when all before it is gone', story.slice(story.indexOf(passage))],
    ['when all around it is another', `甲乙丙${passage}丁戊己`],
    ['when the parts have changed their order', story.split('\n').reverse().join('\n')],
  ])('%s', (_, text) => {
    expect(wordsAt(text, findQuote(text, mark(story, passage)))).toBe(passage)
  })

  test.each([
    ['with another word', passage.replace('出发', '启航')],
    ['with a word more', passage.replace('渡口', '老渡口')],
    ['with a word less', passage.replace('号', '')],
    ['with other marks', passage.replace('，', ', ')],
  ])('%s', (_, altered) => {
    const text = `新的开头。${story.replace(passage, altered)}`
    expect(wordsAt(text, findQuote(text, mark(story, passage)))).toBe(altered)
  })

  test('altered, and far from where it was', () => {
    const altered = passage.replace('出发', '启航')
    const text = `${'新添的段落。'.repeat(9000)}${story.replace(passage, altered)}`
    expect(wordsAt(text, findQuote(text, mark(story, passage)))).toBe(altered)
  })

  test('if it is long, by its two ends', () => {
    const long = story.slice(200, 1000)
    const altered = long.replace('第20天', '第二十天').replace('第25天，', '')
    const text = `新的开头。${story.replace(long, altered)}`
    expect(wordsAt(text, findQuote(text, mark(story, long)))).toBe(altered.trim())
  })
})

test('of equal words, those in the same company are meant', () => {
  const text = '甲说：好的，明天见。乙说：好的，后天见。丙说：好的，改天见。'
  const second = describeQuote(text, { start: 13, end: 15 })!
  expect(second).toMatchObject({ quote: '好的', suffix: expect.stringMatching(/^，后天/) })
  const changed = `好的，好的。${text}`
  expect(findQuote(changed, second)).toEqual({ start: 19, end: 21 })
})

test('of equal words in equal company, the nearest are meant', () => {
  const text = 'tick tock '.repeat(50)
  const target = describeQuote(text, { start: 250, end: 254 })!
  expect(findQuote(`${text}x`, target)).toEqual({ start: 250, end: 254 })
})

describe('a passage is lost', () => {
  test.each([
    ['when the text is another', '完全不同的一篇文章，说的是山里的事。'.repeat(30)],
    ['when the text is gone', ''],
    ['when its sentence is gone', story.replace(`，${passage}`, '')],
  ])('%s', (_, text) => {
    expect(findQuote(text, mark(story, passage))).toBeNull()
  })

  test('when only a word of it is left, twice, in other company', () => {
    expect(findQuote('米价涨了，米又跌了', mark(story, '袋米'))).toBeNull()
    expect(findQuote('袋米涨了，袋米又跌了', mark(story, '袋米'))).toBeNull()
  })
})

test('whatever is put in before and after it, a passage is found', () => {
  const text = fc.string({ unit: fc.constantFrom(...'渡口到了 ab\n\ud83d'), minLength: 30, maxLength: 300 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.string(), fc.string(), (text, from, length, before, after) => {
      const start = from % text.length
      const target = describeQuote(text, { start, end: start + 10 + (length % 50) })
      fc.pre(target !== null && target.quote.length >= 8)
      const changed = before + text + after
      expect(wordsAt(changed, findQuote(changed, target!))).toBe(target!.quote)
      // Right beside it too.
      const end = target!.start + target!.quote.length
      const parted = text.slice(0, target!.start) + before + target!.quote + after + text.slice(end)
      expect(wordsAt(parted, findQuote(parted, target!))).toBe(target!.quote)
    }),
  )
})

test('a passage that is there once is found where it is', () => {
  fc.assert(
    fc.property(fc.nat(story.length - 20), fc.string(), fc.nat(story.length), (start, added, at) => {
      const target = describeQuote(story, { start, end: start + 20 })!
      const end = target.start + target.quote.length
      fc.pre(at <= target.start || at >= end)
      const changed = story.slice(0, at) + added + story.slice(at)
      const expected = target.start + (at <= target.start ? added.length : 0)
      fc.pre(changed.indexOf(target.quote) === changed.lastIndexOf(target.quote))
      expect(findQuote(changed, target)?.start).toBe(expected)
    }),
  )
})

test('whatever a record and a text hold, looking for it ends in a place within the text, or in none', () => {
  const anything = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b', '\ud800', '\n') }))
  fc.assert(
    fc.property(
      anything,
      fc.record({ quote: anything, prefix: anything, suffix: anything, start: fc.double() }),
      (text, quote) => {
        const found = findQuote(text, quote)
        if (!found) return
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeGreaterThanOrEqual(found.start)
        expect(found.end).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})
