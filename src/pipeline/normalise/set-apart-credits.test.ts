import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { setApartCredits } from './set-apart-credits.ts'

const parted = (html: string) => {
  const tree = parseHtml(html)
  setApartCredits(tree)
  return serializeHtml(tree)
}

const TEXT = '<p>潮水退去。</p><p>石阶露出来。</p><p>船靠了岸。</p>'

describe('credits at the end', () => {
  test.each([
    '责任编辑：林岸',
    '编辑 | 林岸',
    '来源：河岸日报',
    '校对/审核：林岸、周渡',
    '视觉 / 林岸',
    '作者：林岸 编辑：周渡',
    '（记者 林岸）'.replace('（', '').replace('）', '').replace(' ', '：'),
    '本文来自微信公众号“河岸”（ID：hean），作者：林岸，经授权发布。',
    '本文由 @林岸 原创发布。未经许可，禁止转载。',
    '题图来自 Unsplash，基于 CC0 协议。',
    '版权声明：自由转载-非商用',
    '扫码关注河岸公众号',
    '（完）',
    'Source: Harbour Office',
    'By Lin An',
  ])('%s', line => {
    expect(parted(`${TEXT}<p>${line}</p>`)).toBe(`${TEXT}<div class="credits"><p>${line}</p></div>`)
  })

  test('several stand together, with a slogan after them', () => {
    const lines = '<p>河岸公众号</p><p>扫码关注我们，看更多故事</p><p><b>每天一个码头</b></p>'
    expect(parted(TEXT + lines)).toBe(`${TEXT}<div class="credits">${lines}</div>`)
  })
})

describe('credits at the head', () => {
  test.each([
    '作者 | 林岸',
    '整理 | 林岸 责编 | 周渡',
    '来源：河岸日报',
    '林岸的回答',
    '<b>林岸，</b>',
    '<i>本文出自“河岸”公众号</i>',
  ])('%s', line => {
    expect(parted(`<p>${line}</p>${TEXT}`)).toBe(`<div class="credits"><p>${line}</p></div>${TEXT}`)
  })

  test('below a cover', () => {
    const cover = '<figure><img src="a"></figure>'
    expect(parted(`${cover}<p>作者：林岸</p><p>翻译：周渡</p>${TEXT}`)).toBe(
      `${cover}<div class="credits"><p>作者：林岸</p><p>翻译：周渡</p></div>${TEXT}`,
    )
  })
})

test.each([
  ['an ordinary end', `${TEXT}<p>太阳落山了。</p>`],
  ['a question of the reporter', `${TEXT}<p>记者：您还会来吗？</p>`],
  ['an answer', `${TEXT}<p>记者：谢谢您接受采访。</p>`],
  ['an editor who acts', `${TEXT}<p>编辑部昨天搬到了码头。</p>`],
  ['a source that is a subject', `${TEXT}<p>来源可靠的消息说，渡口明天关闭。</p>`],
  ['rights that are the subject', `${TEXT}<p>版权问题一直困扰着这个行业。</p>`],
  ['by the way', `${TEXT}<p>By the way, the harbour is closed.</p>`],
  ['a credit within the text', `<p>a</p><p>b</p><p>c</p><p>来源：河岸日报</p><p>d</p><p>e</p>`],
  ['a long paragraph', `${TEXT}<p>本文由${'潮'.repeat(130)}</p>`],
  ['a greeting', `<p>各位读者，</p>${TEXT}`],
  ['an article of little else', '<p>来源：河岸日报</p><p>编辑：林岸</p>'],
])('%s is text', (_, html) => {
  expect(parted(html)).toBe(html)
})
