import { expect, test } from 'vitest'
import { isNoteMark, isOfFigures, isPower } from './unspoken.ts'

test.each(['[1]', '12', '（3）', '①', '*', '†', '注 2', '[a]', '↩', '↩︎', ' [ 4 ] '])(
  '%s points to a note',
  text => {
    expect(isNoteMark(text)).toBe(true)
  },
)
test.each(['', '第一章', '2024年', '见上文', 'th', '12345', '[图]'])('%s does not', text => {
  expect(isNoteMark(text)).toBe(false)
})

test.each([
  ['numbers', ['手机', '17–18', '1.7', '电脑', '18–20', '1.8'], true],
  ['numbers with units', ['12 px', '30%', '￥5', '—', '7 月'], true],
  ['words', ['苹果', '红的，三月里开花', '梨', '白的'], false],
  ['words with some numbers', ['张三', '生于 1990 年的一个早晨', '李四', '12'], false],
])('a table of %s', (_, cells, expected) => {
  expect(isOfFigures(cells)).toBe(expected)
})

test('a power is spoken, a mark that needs no link to be one is not', () => {
  expect(['2', 'n', '²', ' 10 '].every(isPower)).toBe(true)
  expect(['[2]', '①', '*', '注 2', '（3）'].some(isPower)).toBe(false)
})
