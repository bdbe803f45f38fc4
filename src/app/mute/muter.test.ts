import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MuteRule } from './mute-rule.ts'
import { type Mutable, makeMuter } from './muter.ts'

const rule = (kind: MuteRule['kind'], text: string): MuteRule => ({
  id: `${kind} ${text}`,
  kind,
  text,
  createdAt: 1,
})

const article = (changes: Partial<Mutable>): Mutable => ({
  title: '',
  excerpt: '',
  author: '',
  categories: [],
  ...changes,
})

const hides = async (kind: MuteRule['kind'], text: string, changes: Partial<Mutable>) =>
  (await makeMuter([rule(kind, text)]))(article(changes)) !== null

test.each([
  ['疫苗', '新疫苗获批', true],
  ['疫苗', '新苗获批', false],
  ['iphone', '新 iPhone 发布', true],
  ['ＡＩ', '谁在用AI写稿', true],
  ['AI', '谁说的（Ai）', true],
  ['AI', 'She said so', false],
  ['AI', 'AI’s turn', true],
  ['AI', 'A I', false],
  ['AI 时代', 'AI时代的编辑', true],
  ['国际', '國際新聞', true],
  ['國際', '国际新闻', true],
  ['头发', '頭髮少了', true],
  ['C++', '学 C++ 的人', true],
  ['a.c', 'abc', false],
  ['5G', '15G 流量', false],
  ['летний', 'Летний день', true],
])('the word “%s” hides “%s”: %s', async (word, title, isHidden) => {
  expect(await hides('word', word, { title })).toBe(isHidden)
  expect(await hides('word', word, { excerpt: title })).toBe(isHidden)
})

test('a source is the name of any of its categories, as a whole', async () => {
  const categories = [{ names: ['新媒体', 'ZAKER', '热点'], path: '' }]
  for (const name of ['新媒体', 'zaker', '熱點'])
    expect(await hides('source', name, { categories }), name).toBe(true)
  for (const name of ['ZAK', '媒体']) expect(await hides('source', name, { categories }), name).toBe(false)
})

test('an author is the whole name', async () => {
  expect(await hides('author', '何远', { author: '何远' })).toBe(true)
  expect(await hides('author', '何远', { author: '何远方' })).toBe(false)
  expect(await hides('author', '何远', { title: '何远' })).toBe(false)
})

test('the first rule that hides an article is told, and none hides nothing', async () => {
  const muter = await makeMuter([rule('word', '甲'), rule('word', '乙')])
  expect(muter(article({ title: '乙和甲' }))?.text).toBe('甲')
  expect(muter(article({ title: '丙' }))).toBeNull()
  expect((await makeMuter([]))(article({ title: '' }))).toBeNull()
})

test('whatever a word is, it hides the title that it is', async () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text.trim() !== '')
  await fc.assert(
    fc.asyncProperty(word, async text => {
      expect(await hides('word', text, { title: text })).toBe(true)
    }),
  )
})
