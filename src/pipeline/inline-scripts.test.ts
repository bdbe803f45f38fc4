import { expect, test } from 'vitest'
import { typeset } from '../shared/typeset.ts'
import { buildTypesetScript } from './inline-scripts.ts'
import { needsTypesetting } from './needs-typesetting.ts'

const needs = (body: string, lang = 'zh-CN') => needsTypesetting({ '/data/a/x.json': { body, lang } })

test.each([
  '<p>他说 " 好 "。</p>',
  '<p>7 月</p>',
  '<p>7&nbsp;月</p>',
  '<p>你好,<b>世界</b></p>',
  '<p>你好<b>, 世界</b></p>',
  '<p>渡口(上游)</p>',
  '<p>等等...</p>',
  '<p>河--水</p>',
  '<p>走了。。。</p>',
])('%s needs the script, and changes by it', body => {
  expect(typeset([body.replace(/<.*?>/g, '').replace('&nbsp;', '\xa0')], true)[0]).not.toBe(
    body.replace(/<.*?>/g, ''),
  )
  expect(needs(body)).toBe(true)
})

test.each([
  ['<p class="x">你好，世界。</p>', 'zh-CN'],
  ['<p>He said "yes" (twice), and left...</p>', 'en'],
])('%s does not', (body, lang) => {
  expect(needs(body, lang)).toBe(false)
})

test('a page without an article does not', () => {
  expect(needsTypesetting({ '/data/c.json': { articles: [{ lang: 'zh-CN', excerpt: '" 好 "' }] } })).toBe(
    false,
  )
  expect(needsTypesetting({ '/data/none.json': null as unknown as object })).toBe(false)
})

test('the script is one inline element that nothing in it can end', async () => {
  const script = await buildTypesetScript()
  expect(script).toMatch(/^<script>[^<]*\(function\(\)\{[\s\S]*<\/script>$/)
  expect(script.slice(8, -9)).not.toMatch(/<\/script|<!--/i)
})
