import { expect, test } from 'vitest'
import { isRare } from './rare.ts'

test.each([...'的一是了我龙齐鹜彭蠡'].map(character => [character] as const))(
  '%s in simplified text',
  character => {
    expect(isRare(character, 'zh-CN')).toBe('鹜蠡'.includes(character))
  },
)

test.each([...'國龍鬱的齉龘'].map(character => [character] as const))('%s in traditional text', character => {
  expect(isRare(character, 'zh-TW')).toBe('齉龘'.includes(character))
})

test.each(['a', '，', '1', '〇', 'あ', '한', ' ', '𠮷'])('%s', character => {
  expect(isRare(character, 'zh-CN')).toBe(character === '𠮷')
})
