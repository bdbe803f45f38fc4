import { expect, test } from 'vitest'
import { isNoteMark } from './notes.ts'

test.each([
  '1',
  ' [12] ',
  '（3）',
  '〔4〕',
  '①',
  '*',
  '＊',
  '†',
  'a',
  'iv',
  '注1',
  '[注 2]',
  'Note 3',
  'ref. 4',
])('%s stands for a note', text => expect(isNoteMark(text)).toBe(true))

test.each(['', '2026', '见注', '第 2 章', '↩', '^', 'here', '[参考文献]', '1.2', '1 2'])(
  '%s does not',
  text => expect(isNoteMark(text)).toBe(false),
)
