import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitting, scoreOf } from './fit.ts'

describe('scoreOf', () => {
  it.each([
    ['深色', '主题：深色'],
    ['DARK', 'Theme: Dark'],
    ['theme dark', 'Theme: Dark'],
    ['dark theme', 'Theme: Dark'],
    ['drk', 'Theme: Dark'],
    ['ｄａｒｋ', 'Theme: Dark'],
    ['zaker 热点', '新媒体 / ZAKER / 热点'],
    ['c++', 'C++ 入门'],
  ])('finds %s in %s', (search, text) => expect(scoreOf(search, [text])).toBeGreaterThan(0))

  it.each([
    ['浅色', '主题：深色'],
    ['dark light', 'Theme: Dark'],
    ['krd', 'Theme: Dark'],
    ['zq', 'A quarter of an hour'],
  ])('does not find %s in %s', (search, text) => expect(scoreOf(search, [text])).toBe(0))

  it('looks for each word in any of the texts', () =>
    expect(scoreOf('主题 dark', ['主题：深色', 'Theme: Dark'])).toBeGreaterThan(0))

  it('puts beginnings before middles, and those before loose letters', () => {
    const items = ['endpage', 'the page', 'page', 'pale gold e'].map(text => ({ texts: [text] }))
    expect(fitting('page', items).map(({ texts }) => texts[0])).toEqual([
      'page',
      'the page',
      'endpage',
      'pale gold e',
    ])
  })

  it('puts what is whole before what goes on', () => {
    const items = ['深色时压暗图片：开', '主题：深色'].map(text => ({ texts: [text] }))
    expect(fitting('深色', items)[0]!.texts).toEqual(['主题：深色'])
  })

  it('finds every part of a text, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = [...text.normalize('NFKC').toLowerCase().normalize('NFKC').toLowerCase()]
        const part = units.slice(a % (units.length + 1), b % (units.length + 1)).join('')
        expect(scoreOf(part, [units.join('')])).toBeGreaterThanOrEqual(
          part.trim() && !/\s/.test(part) ? 1 : 0,
        )
      }),
    ))

  it('lets an empty search find anything, in the order it has', () =>
    expect(fitting('  ', [{ texts: ['b'] }, { texts: ['a'] }])).toHaveLength(2))
})
