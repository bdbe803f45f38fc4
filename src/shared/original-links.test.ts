import { expect, test } from 'vitest'
import { linkKey, tableOf } from './original-links.ts'

declare const URL: new (text: string) => Parameters<typeof linkKey>[0]

const keyOf = (address: string) => linkKey(new URL(address))

test.each([
  ['http://example.org/a', 'https://www.example.org/a/'],
  ['https://m.example.org/a.html', 'https://example.org/a.html#comments'],
  ['https://example.org/a?b=2&a=1', 'https://EXAMPLE.org/a?utm_source=x&a=1&b=2&spm=1.2'],
  ['https://example.org/%e6%b2%b3', 'https://example.org/河'],
  [
    'https://mp.weixin.qq.com/s?__biz=Mz&mid=22&idx=1&sn=ab&chksm=cd&scene=27#wechat_redirect',
    'http://mp.weixin.qq.com/s?__biz=Mz&mid=22&idx=1&sn=ab',
  ],
])('%s and %s are one page', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other))
})

test.each([
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/?id=1', 'https://example.org/?id=2'],
  ['https://example.org/#!/a', 'https://example.org/#!/b'],
  ['https://m.org/a', 'https://org/a'],
])('%s and %s are not', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other))
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://e.org/a', 'file:///etc/passwd'])(
  '%s is no page of the web',
  address => {
    expect(keyOf(address)).toBeNull()
  },
)

test('keys are spread over all tables', () => {
  const tables = Array.from({ length: 2000 }, (_, index) => tableOf(`example.org/${index}`, 8))
  for (let table = 1; table <= 8; table++)
    expect(tables.filter(each => each === table).length).toBeGreaterThan(150)
  expect(new Set(tables).size).toBe(8)
})
