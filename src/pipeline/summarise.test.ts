import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countableText, createElement, createText, parseHtml, plainText } from './html.ts'
import { normalise } from './normalise/index.ts'
import { cutText, excerptOf, langOf, minutesOf } from './summarise.ts'

describe('excerpt', () => {
  test.each([
    ['paragraphs follow each other', '<p>one.</p><p>two.</p>', 'one. two.'],
    ['a Chinese stop needs no space after it', '<p>一句。</p><p>两句。</p>', '一句。两句。'],
    [
      'headings, pictures, code and tables are left out',
      '<h2>h</h2><figure><img><figcaption>c</figcaption></figure><pre>x</pre><div class="table-box"><table><tr><td>t</td></tr></table></div><p>text</p>',
      'text',
    ],
    ['code within an item too', '<ul><li>do <pre>x()</pre> it</li></ul>', 'do it'],
    ['quotations belong to the text', '<blockquote><p>q</p></blockquote>', 'q'],
    ['a body of pictures has none', '<figure><img></figure>', ''],
    [
      'lines and items are parted',
      '<p>one<br>two</p><ul><li>three</li><li>four</li></ul>',
      'one two three four',
    ],
  ])('%s', (_, html, expected) => {
    expect(excerptOf(parseHtml(html))).toBe(expected)
  })

  test('an article that is laid out in one cell of a table has one', () => {
    const tree = parseHtml('<table><tr><td class="t_f">text<br><br>more</td></tr></table>')
    normalise(tree)
    expect(excerptOf(tree)).toBe('text more')
  })

  test('a long text is cut at about 110 Han characters', () => {
    const excerpt = excerptOf(parseHtml(`<p>${'潮'.repeat(500)}</p>`))
    expect(excerpt).toBe(`${'潮'.repeat(110)}…`)
  })
})

describe('cutting', () => {
  test.each([
    ['text that fits stays', 'abc', 3, 'abc'],
    ['a Han character takes two columns', '潮水', 3, '潮…'],
    ['a space before the cut goes', 'ab cd', 3, 'ab…'],
    ['an emoji of several characters is not cut in two', 'a👨‍👩‍👧b', 2, 'a…'],
  ])('%s', (_, text, width, expected) => {
    expect(cutText(text, width)).toBe(expected)
  })

  test('what is left is the beginning of the text, whole and no wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, width) => {
        const cut = cutText(text, width)
        const kept = cut.replace(/…$/, '')
        expect(cut === text || text.startsWith(kept)).toBe(true)
        expect(cut).toBe(cut.toWellFormed?.() ?? cut)
        expect([...new Intl.Segmenter('zh').segment(kept)].length).toBeLessThanOrEqual(
          Math.max(width, text === cut ? text.length : 0),
        )
      }),
    )
  })
})

test.each([
  ['nothing takes a minute', '', 1],
  ['a short text takes one', '<p>short</p>', 1],
  ['400 Han characters take one', `<p>${'潮'.repeat(400)}</p>`, 1],
  ['2,000 take five', `<p>${'潮'.repeat(2000)}</p>`, 5],
  ['660 words take three', `<p>${'word '.repeat(660)}</p>`, 3],
  ['both kinds add up', `<p>${'潮'.repeat(400)} ${'word '.repeat(220)}</p>`, 2],
  ['line breaks part words', `<p>${'word<br>'.repeat(660)}</p>`, 3],
])('reading time: %s', (_, html, minutes) => {
  expect(minutesOf(countableText(parseHtml(html)))).toBe(minutes)
})

test.each([
  ['潮水', '<p>退了</p>', 'zh-CN', 'zh-CN'],
  ['潮水', '<p>退了</p>', 'zh-TW', 'zh-TW'],
  ['潮水', '<p>退了</p>', 'en', 'zh'],
  ['The tide', '<p>went out</p>', 'zh-CN', 'en'],
  ['潮汐', '<p>潮が引いた海</p>', 'zh-CN', 'ja'],
  ['바다', '<p>물이 빠졌다</p>', 'zh-CN', 'ko'],
  [
    '如何使用 tide',
    '<p>先安装它</p><pre>const tide = require("tide") // a b c d e f g</pre>',
    'zh-CN',
    'zh-CN',
  ],
  ['123', '<p>456</p>', 'zh-CN', 'zh-CN'],
  ['潮水', '<p>這個時候，船會從對岸來。</p>', 'zh-CN', 'zh-Hant'],
  ['潮水', '<p>這個時候，船會從對岸來。</p>', 'zh-TW', 'zh-TW'],
  ['潮水', '<p>这个时候，船会从对岸来。</p>', 'zh-TW', 'zh-Hans'],
  ['潮水', '<p>这个时候，船会从对岸来。</p>', 'en', 'zh'],
  ['潮水', '<p>論語裡的「學」字，今天寫作「学」。</p>', 'zh-CN', 'zh-CN'],
])('the language of "%s" with %s on a site in %s is %s', (title, html, siteLanguage, lang) => {
  expect(langOf(title, parseHtml(html), siteLanguage)).toBe(lang)
})

/** Texts of several scripts, with marks, joiners and characters beyond the basic plane between. */
const mixedText = fc
  .array(
    fc.constantFrom(
      ..."水 川 𠮷 𖿰 あ カ 한 a B é Ω 7 ٣ 𝟙 🙂 这 這 们 們 - ' ’ 。 \u200b \u0301 \u3000 \ud83d".split(' '),
      ' ',
      'a'.repeat(99),
      '\u0301'.repeat(9),
      '𖿰'.repeat(12),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

test('minutes are counted as regular expressions would', () => {
  fc.assert(
    fc.property(mixedText, text => {
      const paragraph = createElement('p', {}, [createText(text.repeat(30))])
      const plain = plainText(paragraph)
      const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0
      const letters = plain.replace(/\p{Script=Han}/gu, ' ')
      const words = letters.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,99}/gu)?.length ?? 0
      expect(minutesOf(countableText(paragraph))).toBe(Math.max(1, Math.round(han / 400 + words / 220)))
    }),
    { numRuns: 2000 },
  )
}, 60_000)

test('the language is found as regular expressions would find it', () => {
  fc.assert(
    fc.property(mixedText, fc.array(mixedText, { maxLength: 3 }), (title, lines) => {
      const body = createElement(
        'div',
        {},
        lines.map(line => createElement('p', {}, [createText(line)])),
      )
      const text = title + plainText(body)
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
      const han = count(/\p{Script=Han}/gu)
      const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
      const latin = count(/\p{Script=Latin}+/gu)
      const language = langOf(title, body, 'fr')
      expect(language === 'ja').toBe(kana > han / 10 && kana > 0)
      if (language !== 'ja') expect(language === 'ko').toBe(count(/\p{Script=Hangul}/gu) > han + latin)
      if (language !== 'ja' && language !== 'ko')
        expect(language.startsWith('zh')).toBe(han >= latin && han > 0)
    }),
    { numRuns: 2000 },
  )
}, 60_000)
