import { describe, expect, test } from 'vitest'
import { isBlockMark, isPlain, readScalar, unquote } from './scalars.ts'

test.each([
  'a',
  '渡口的早晨',
  'a:b',
  'a#b',
  'C# 入门',
  "it's",
  'a "b" c',
  '2021-08-07 02:22:05',
  'https://e.example/?a#b',
])('%s is plain', text => expect(isPlain(text)).toBe(true))

test.each([
  '',
  ' a',
  '- a',
  '[a]',
  '{a',
  '#a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'a'",
  '"a"',
  '%a',
  '@a',
  '`a`',
  'a: b',
  'a:',
  'a #b',
])('"%s" is not plain', text => expect(isPlain(text)).toBe(false))

test.each([
  ["''", ''],
  ["'a: b #c'", 'a: b #c'],
  ["'it''s'", "it's"],
  ["'''a'''", "'a'"],
  ['"a \'b\' #c"', "a 'b' #c"],
  ["'a' b'", null],
  ["''a''", null],
  ["'a", null],
  ['"a\\n"', null],
  ['"a "b""', null],
])('%s on a line of its own is %j', (text, value) => {
  expect(readScalar(text)).toBe(value)
})

describe('quotes that YAML does not accept', () => {
  test.each([
    [`"""""""""'精读《渡口 - 摆渡篇》'"""""""""`, '精读《渡口 - 摆渡篇》'],
    [`""""'It''s late'""""`, "It's late"],
    [`""""'It's late'""""`, "It's late"],
    ["''船''", '船'],
    ["''船", "''船"],
    ["'it's'", "it's"],
    ['"他说 "好" 了"', '他说 "好" 了'],
    ['"C:\\Users"', 'C:\\Users'],
    [`"a" and "b"`, `"a" and "b"`],
    ["'tis", "'tis"],
    ['""', ''],
    ['"""""', ''],
    ['"', ''],
    ['plain', 'plain'],
  ])('%s means %s', (text, value) => {
    expect(unquote(text)).toBe(value)
  })
})

test('marks of a block are told from texts that begin like one', () => {
  expect(['|', '>', '|-', '>+', '|2-'].every(isBlockMark)).toBe(true)
  expect(['| a', '>>', '>_<', '->', ''].some(isBlockMark)).toBe(false)
})
