import { expect, test } from 'vitest'
import { spokenOf } from './languages.ts'

test.each([
  [['zh-CN'], 'zh'],
  [['zh'], 'zh'],
  [['zh-SG', 'en'], 'zh'],
  [['zh-Hans-HK'], 'zh'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK', 'en-GB'], 'zh-Hant'],
  [['zh-MO'], 'zh-Hant'],
  [['zh-Hant'], 'zh-Hant'],
  [['zh-hant-tw'], 'zh-Hant'],
  [['en-GB'], 'en'],
  [['ja-JP', 'en'], 'ja'],
  [['fr-FR', 'fr', 'ja', 'en'], 'ja'],
  [['jam', 'eno', 'zhx'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
])('a browser that asks for %j is spoken to in %s', (tags, language) => {
  expect(spokenOf(tags)).toBe(language)
})
