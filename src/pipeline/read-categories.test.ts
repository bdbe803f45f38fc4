import { describe, expect, test } from 'vitest'
import { readCategories, splitJoined } from './read-categories.ts'

function read(value: unknown) {
  const told: string[] = []
  const categories = readCategories(value, rule => told.push(rule))
  return { categories, told }
}

test.each([
  ['a stray dash before it', '— 分类', '分类'],
  ['a stray dash after it', '分类 -', '分类'],
  ['entities', 'A&amp;B', 'A&B'],
  ['a narrow space', 'a\u202fb', 'a b'],
  ['a dash of its own', '-ism', '-ism'],
  ['a dash within', 'GitHub - 仓库', 'GitHub - 仓库'],
])('a name with %s is cleaned', (_, name, clean) => {
  expect(read([name])).toEqual({ categories: [[clean]], told: [] })
})

test.each([
  [['a', ''], [['a']], ['category-empty']],
  [['a', '\u200b'], [['a']], ['category-empty']],
  [['a', { b: ['c'] }], [['a']], ['category-empty']],
  [[['a', 'b', 'c', 'd'], ['a']], [['a', 'b', 'c'], ['a']], ['category-depth']],
  [['a\u0007b'], [['ab']], ['category-unsafe']],
  [{ a: 'b' }, [], ['category-type']],
  ['', [], []],
  [undefined, [], []],
])('%j is read as %j', (value, categories, told) => {
  expect(read(value)).toEqual({ categories, told })
})

test('a name beyond 300 characters is cut, without half of a character', () => {
  const { categories } = read([`${'a'.repeat(299)}😀`])
  expect(categories[0]![0]).toBe('a'.repeat(299))
})

describe('the old form, source and channel in one name,', () => {
  test.each([
    ['ZAKER - channel', ['ZAKER', 'channel']],
    ['知乎 - 用户文章', ['知乎', '用户文章']],
    ['Linux Patchwork - Patch Comments', ['Linux Patchwork', 'Patch Comments']],
    ['GitHub - 仓库 Pull Requests', ['GitHub', '仓库 Pull Requests']],
    ['岸 - 渡口 - 早晨', ['岸', '渡口 - 早晨']],
  ])('%s is taken apart where author and category agree', (joined, parts) => {
    expect(splitJoined([['section', joined]], joined)).toEqual({
      categories: [['section', ...parts]],
      author: parts[0],
    })
  })

  test.each([
    ['of another author', [['a', 'b - c']], 'b'],
    ['in a path of three', [['a', 'b', 'b - c']], 'b - c'],
    ['in a path of one', [['b - c']], 'b - c'],
    ['without spaces', [['a', 'b-c']], 'b-c'],
    ['with nothing behind it', [['a', 'b -']], 'b -'],
  ])('is left alone %s', (_, categories, author) => {
    expect(splitJoined(categories, author)).toEqual({ categories, author })
  })

  test('is taken apart in one path and left in another', () => {
    expect(splitJoined([['a', 'b - c'], ['d']], 'b - c').categories).toEqual([['a', 'b', 'c'], ['d']])
  })
})
