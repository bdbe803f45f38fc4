import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPAQUE } from '../../shared/typeset.ts'
import { loadChain } from './chains.ts'
import { makeConversion } from './conversion.ts'
import { type Converter, makeConverter } from './converter.ts'
import { CORNERS, MAINLAND, setQuotes } from './quotes.ts'
import type { Script } from './scripts.ts'
import { isTraditional } from './source.ts'
import { setUpright } from './upright.ts'

const converters = new Map<string, Promise<Converter>>()
function converter(from: 'simplified' | 'traditional', to: Script): Promise<Converter> {
  const name = `${from}-${to}`
  if (!converters.has(name))
    converters.set(
      name,
      loadChain(from === 'traditional', to).then(chain => makeConverter(chain!)),
    )
  return converters.get(name)!
}

test.each([
  ['simplified', 'tw', '软件里的打印机和鼠标', '軟體裡的印表機和滑鼠'],
  ['simplified', 'tw', '头发的发展，皇后在后面', '頭髮的發展，皇后在後面'],
  ['simplified', 'tw', '他在公里之外吃面条', '他在公里之外吃麵條'],
  ['simplified', 'hk', '软件里的说明，卫生与头发', '軟件裏的説明，衞生與頭髮'],
  ['traditional', 'cn', '軟體與印表機，頭髮與發展', '软件与打印机，头发与发展'],
  ['traditional', 'cn', '裏面說，衛生著眼', '里面说，卫生着眼'],
  ['traditional', 'tw', '軟件裏的説明', '軟體裡的說明'],
  ['traditional', 'hk', '裡面的說明', '裏面的説明'],
] as const)('%s → %s: %s', async (from, to, text, shown) => {
  expect((await converter(from, to))([text])).toEqual([shown])
})

describe('a text that markup cuts into pieces', () => {
  test('is read as one, and every character stays in its piece', async () => {
    const convert = await converter('simplified', 'tw')
    expect(convert(['头', '发与软', '件', OPAQUE, '互联', '网'])).toEqual([
      '頭',
      '髮與軟',
      '體',
      OPAQUE,
      '網際',
      '網路',
    ])
  })

  test('the cuts make no difference, and nothing but Chinese changes', async () => {
    const convert = await converter('simplified', 'tw')
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...'头发 软件 打 印机 互 联网 里 面 后 𠮷 😀'.split(' ')),
        fc.string({ unit: 'binary-ascii', maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, texts => {
        expect(convert(texts).join('')).toBe(convert([texts.join('')])[0])
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), text => convert([text])[0] === text))
  })
})

describe('quote marks', () => {
  test.each([
    ['他说“这叫‘头’”。', CORNERS, '他说「这叫『头』」。'],
    ['他說「這叫『頭』」。', MAINLAND, '他說“這叫‘頭’”。'],
    ['它叫“Hello”，it’s 好的', CORNERS, '它叫「Hello」，it’s 好的'],
    ['He said “yes” and left.', CORNERS, 'He said “yes” and left.'],
    ['他引用 he said “yes” and left 的话', CORNERS, '他引用 he said “yes” and left 的话'],
  ])('%s', (text, marks, shown) => {
    expect(setQuotes([text], marks)).toEqual([shown])
  })

  test('every piece keeps its length, and the way back leads back', () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('“', '”', '‘', '’', '汉', 'a', ' ') }))
    fc.assert(
      fc.property(pieces, texts => {
        const shown = setQuotes(texts, CORNERS)
        expect(shown.map(({ length }) => length)).toEqual(texts.map(({ length }) => length))
        expect(setQuotes(shown, MAINLAND)).toEqual(texts)
      }),
    )
  })
})

test.each([
  ['这是一篇关于软件的文章', false],
  ['這是一篇關於軟體的文章', true],
  ['山川月明', false],
  ['', false],
])('%s is Traditional: %s', (text, answer) => {
  expect(isTraditional(text)).toBe(answer)
})

describe('digits of vertical text', () => {
  test.each([
    ['在2021年7月9日', '在２０２１年７月９日'],
    ['第 3 页，共12页', '第 ３ 页，共１２页'],
    ['买A股', '买Ａ股'],
    ['共12345人', '共12345人'],
    ['涨了3.5倍，到10:30', '涨了3.5倍，到10:30'],
    ['RTX 3080显卡', 'RTX 3080显卡'],
    ['100%', '100%'],
  ])('%s → %s', (text, shown) => {
    expect(setUpright([text])).toEqual([shown])
  })

  test('every piece keeps its length, wherever markup cuts', () => {
    expect(setUpright(['在20', '21', '年'])).toEqual(['在２０', '２１', '年'])
  })
})

test('vertical text has corner brackets: 『』 outside on the mainland, 「」 elsewhere', async () => {
  const shown = async (script: Script | null) => {
    const { quote } = await makeConversion({ isTraditional: false, script, isVertical: true })
    return quote(['他说“这叫‘头’”。'])[0]
  }
  expect(await shown(null)).toBe('他说『这叫「头」』。')
  expect(await shown('tw')).toBe('他说「这叫『头』」。')
})
