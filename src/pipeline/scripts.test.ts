import { expect, test } from 'vitest'
import { HAN, HANGUL, KANA, LATIN, LETTER, marksOf } from './scripts.ts'

test('the marks say what Unicode says, of every character there is', () => {
  const marks: [number, RegExp][] = [
    [HAN, /\p{Script=Han}/u],
    [KANA, /\p{Script=Hiragana}|\p{Script=Katakana}/u],
    [HANGUL, /\p{Script=Hangul}/u],
    [LATIN, /\p{Script=Latin}/u],
    [LETTER, /\p{L}|\p{N}/u],
  ]
  for (const asked of ['first', 'again'])
    for (const [mark, pattern] of marks) {
      const wrong: string[] = []
      for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++)
        if (((marksOf(codePoint) & mark) !== 0) !== pattern.test(String.fromCodePoint(codePoint)))
          wrong.push(codePoint.toString(16))
      expect(wrong, `${pattern} ${asked}`).toEqual([])
    }
}, 60_000)
