import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sentencesOf, spoken, weightOf } from './sentences.ts'

const cut = (line: string, lang = 'zh-CN') =>
  sentencesOf(line, lang).map(({ start, end }) => line.slice(start, end))

afterEach(() => vi.unstubAllGlobals())

describe.each(['with', 'without'])('%s a segmenter of the browser', kind => {
  test.each([
    ['Chinese', '天亮了。江上有雾！谁来？', ['天亮了。', '江上有雾！', '谁来？']],
    ['quotes end with their sentence', '他说：“走吧。”船就开了。', ['他说：“走吧。”', '船就开了。']],
    ['spaces are left out', '  One.  Two!  ', ['One.', 'Two!']],
    ['no mark at the end', '只有半句', ['只有半句']],
    ['nothing to say', '* * * ……', []],
  ])('%s', (_, line, sentences) => {
    if (kind === 'without') vi.stubGlobal('Intl', {})
    expect(cut(line)).toEqual(sentences)
  })
})

test('a long sentence is parted at its commas', () => {
  const pieces = cut(`${'这一句话说得很长很长还没有说完，'.repeat(20)}完了。`)
  expect(pieces.length).toBeGreaterThan(5)
  for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/，$/)
})

test('what has no pause is parted all the same, never within a character', () => {
  const pieces = cut('𠮷'.repeat(200))
  expect(pieces.join('')).toBe('𠮷'.repeat(200))
  expect(pieces.length).toBeGreaterThan(2)
  for (const piece of pieces) expect(piece).toMatch(/^(𠮷)+$/u)
})

test('every piece is short enough, they stand in order, and nothing to be said is lost', () => {
  const lines = fc
    .array(fc.constantFrom(...'中文。，！“” ab.,;?\u00a0', '𠮷', 'word ', '……', 'é'), { maxLength: 300 })
    .map(units => units.join(''))
  fc.assert(
    fc.property(lines, fc.constantFrom('zh-CN', 'en', 'ja', ''), fc.nat(9), (line, lang, offset) => {
      const pieces = sentencesOf(line, lang, offset).map(({ start, end }) => {
        expect(end).toBeGreaterThan(start)
        return { start, text: line.slice(start - offset, end - offset) }
      })
      for (const { text } of pieces) expect(weightOf(text)).toBeLessThanOrEqual(180)
      expect(pieces.map(({ start }) => start)).toEqual(pieces.map(({ start }) => start).sort((a, b) => a - b))
      const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
      expect(letters(pieces.map(({ text }) => text).join(''))).toBe(letters(line))
    }),
  )
})

test('a voice gets neither spaces of typography nor what has no width', () => {
  expect(spoken(' 拾\u200b页\u00ad \u2009 2 \u00a0月 ')).toBe('拾页 2 月')
})
