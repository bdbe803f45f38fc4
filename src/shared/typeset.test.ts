import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPAQUE, typeset } from './typeset.ts'

const set = (text: string) => typeset([text], true)[0]

describe('straight quotes', () => {
  test.each([
    ['提出 " 以更大的耐心 "。', '提出“以更大的耐心”。'],
    ['" 更大的耐心 "" 更好的纸 "，是新的要求', '“更大的耐心”“更好的纸”，是新的要求'],
    ['要有 " 大胆试 "" 大胆闯 "" 自己改 " 的心', '要有“大胆试”“大胆闯”“自己改”的心'],
    ['他说"走吧"，就走了', '他说“走吧”，就走了'],
    ['" RTX 3080 " 显卡', '“RTX 3080”显卡'],
    ['他说:"好",就走了', '他说：“好”，就走了'],
    ['“ 已经弯了 ” 的引号', '“已经弯了”的引号'],
    ['那本 " 标点？" 的书', '那本“标点？”的书'],
  ])('%s → %s', (text, shown) => {
    expect(set(text)).toBe(shown)
  })

  test.each([
    ['around a mark', '叫做"，"的标点'],
    ['around a name in Latin letters', '打开"explorer.exe"进程'],
    ['after an equals sign', '注解@Log(title = "岗位管理")'],
    ['around code', '用 print("hi") 打印'],
    ['for inches', '27" 显示器'],
    ['without a partner', '" 这句话在下一段才结束'],
    ['of which one is missing', '他说"甲，又说"乙"。'],
    ['whose count is off', '前文结束"，然后是新的"。'],
    ['around nothing', '空字符串""什么也没有'],
    ['in a Latin sentence', 'He said "yes" and left.'],
  ])('%s stay', (_, text) => {
    expect(typeset([text], false)).toEqual([text])
  })

  test('inches do not count among them', () => {
    expect(set('27" 显示器和 " 大屏 "')).toBe('27" 显示器和“大屏”')
  })
})

describe('marks', () => {
  test.each([
    ['你好,世界;再见:朋友', '你好，世界；再见：朋友'],
    ['真的吗? 真的! 不会吧?!', '真的吗？真的！不会吧？！'],
    ['先到渡口. 再过河.', '先到渡口。再过河。'],
    ['渡口(上游)的船 (旧) 和桥', '渡口（上游）的船（旧）和桥'],
    ['台积电 ( TSMC ) 发布,会', '台积电（TSMC）发布，会'],
    ['(编者注)完', '（编者注）完'],
    ['(1) 第一', '（1）第一'],
    ['甲方(买家),乙方', '甲方（买家），乙方'],
    ['河--水 -- 船---桥', '河——水——船——桥'],
    ['河 — 水———船', '河——水——船'],
    ['-- 摘自日记', '——摘自日记'],
    ['等等......然后...', '等等……然后……'],
    ['走了。。。又回来…', '走了……又回来……'],
    ['说完了。……他走了', '说完了。……他走了'],
    ['标题 ： 正文 ， 结尾 。', '标题：正文，结尾。'],
  ])('%s → %s', (text, shown) => {
    expect(set(text)).toBe(shown)
  })

  test.each([
    '时间10:30，比分3:2，长1,024.5米，版本v1.2.3',
    '北京—上海，迈克尔.乔丹，一.背景，二. 经过',
    '用--help参数和...args',
    '见https://例子.中国/路径?查询,参数;下一个 完',
    '见www.example.org/甲,乙',
    '调用f(参数)即可',
    '中文,English，混排(a) b',
    "Version 2.0: fast, small (and free)... isn't it?",
    '',
    '-- ... , "',
  ])('%j stays', text => {
    expect(set(text)).toBe(text)
  })
})

describe('spaces', () => {
  test.each([
    ['7 月 9 日，IT 之家用 Word 写', '7月9日，IT之家用Word写'],
    ['2\xa0米，A\n中', '2米，A中'],
    ['宋江 武松', '宋江 武松'],
    ['\u3000\u3000首行', '\u3000\u3000首行'],
    ['共 100% 的 C++ 程序', '共100% 的C++ 程序'],
  ])('%j → %j', (text, shown) => {
    expect(set(text)).toBe(shown)
  })

  test('typed between Han and Latin stay where the browser makes none', () => {
    expect(typeset(['7 月 " 9 日 " ，好'], false)).toEqual(['7 月“9 日”，好'])
  })
})

describe('a text that markup cuts into pieces', () => {
  test('is read as one, and every character stays in its piece', () => {
    expect(typeset(['提出 ', '" 更大', '的耐心', ' "', ' 的', ' IT', ' 业,', '好'], true)).toEqual([
      '提出',
      '“更大',
      '的耐心',
      '”',
      '的',
      'IT',
      '业，',
      '好',
    ])
  })

  test('what is no text parts it, and comes back as it was', () => {
    expect(typeset(['执行,', OPAQUE, ',然后 https://a.example/?b=" 收工,', OPAQUE, '.'], true)).toEqual([
      '执行,',
      OPAQUE,
      ',然后 https://a.example/?b=" 收工,',
      OPAQUE,
      '.',
    ])
    expect(typeset(['运行 " ', OPAQUE, ' " 就好'], true)).toEqual(['运行“', OPAQUE, '”就好'])
  })
})

/** Text with all that the rules look at, in any order. */
const anyText = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'汉 字 一 月 A b 7 , . : ; ? ! ( ) " -- - — — … ... 。 ， ： “ ” （ ） \ufffc 、'.split(' '),
    ),
    fc.constantFrom(' ', ' ', '" ', ' "', '\xa0', '\n', '\u3000', 'https://a.b/c', 'www.', '😀', '𠮷'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
  { maxLength: 25 },
)

describe('whatever the text', () => {
  test('setting it twice is setting it once', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (pieces, hasAutospace) => {
        const once = typeset(pieces, hasAutospace)
        expect(typeset(once, hasAutospace)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })

  test('only quotes, marks and spaces change, in their own piece', () => {
    const rest = (text: string) => text.replace(/[\s"“”,.:;?!()，。：；？！（）\-—…]/g, '')
    fc.assert(
      fc.property(anyText, pieces => {
        expect(typeset(pieces, true).map(rest)).toEqual(pieces.map(rest))
      }),
      { numRuns: 1000 },
    )
  })

  test('the cuts of markup make no difference', () => {
    fc.assert(
      fc.property(anyText, pieces => {
        expect(typeset(pieces, true).join('')).toBe(typeset([pieces.join('')], true)[0])
      }),
      { numRuns: 1000 },
    )
  })

  test('text without Han stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), text => {
        expect(set(text)).toBe(text)
      }),
    )
  })
})
