import { expect, test, vi } from 'vitest'
import { inLanguage, loadWords, type Words } from './language.ts'
import { languages } from './languages.ts'

const read: Words = { zh: '读了 {count} 篇', en: 'Read {count}', count: 1234567 }

vi.spyOn(languages['zh-Hant'], 'load').mockImplementation(async () => {
  throw new TypeError('no network')
})
vi.spyOn(languages.ja, 'load').mockImplementation(async () => ({
  default: { 'Read {count}': '{count}件を読みました', '{part} of {whole}': '{whole}の{part}' },
}))

test('numbers are written as the language writes them, texts as they are', () => {
  expect(inLanguage('zh', read)).toBe('读了 1,234,567 篇')
  expect(inLanguage('en', { ...read, count: '{zh} 2024' })).toBe('Read {zh} 2024')
})

test('words stand in words', () => {
  const words = { zh: '{whole}里的{part}', en: '{part} of {whole}', part: read, whole: 'x' }
  expect(inLanguage('en', words)).toBe('Read 1,234,567 of x')
})

test('a dictionary may turn them around, and what it lacks is said in the language it stands on', async () => {
  expect(inLanguage('ja', read)).toBe('Read 1,234,567')
  await loadWords('ja')
  const words = { zh: '{whole}里的{part}', en: '{part} of {whole}', part: read, whole: { zh: '丁', en: 'd' } }
  expect(inLanguage('ja', words)).toBe('dの1,234,567件を読みました')
})

test('a dictionary that cannot be loaded is asked for again', async () => {
  await expect(loadWords('zh-Hant')).rejects.toThrow()
  expect(inLanguage('zh-Hant', read)).toBe('读了 1,234,567 篇')
  vi.mocked(languages['zh-Hant'].load!).mockResolvedValueOnce({
    default: { 'Read {count}': '讀了 {count} 篇' },
  })
  await loadWords('zh-Hant')
  expect(inLanguage('zh-Hant', read)).toBe('讀了 1,234,567 篇')
})
