import { describe, expect, test } from 'vitest'
import { chooseVoice, type Voice, voicesFor } from './voices.ts'

const voice = (name: string, lang: string, kind = ''): Voice => ({
  name,
  lang,
  voiceURI: `voice:${name}`,
  localService: !kind.includes('remote'),
  default: kind.includes('default'),
})
const names = (voices: Voice[]) => voices.map(({ name }) => name)

const voices = [
  voice('Samantha', 'en-US', 'default'),
  voice('Google 粤語', 'zh-HK', 'remote'),
  voice('Google 普通话', 'zh-CN', 'remote'),
  voice('Meijia', 'zh-TW'),
  voice('Tingting', 'zh_CN'),
  voice('Daniel', 'en-GB'),
  voice('Kyoko', 'ja-JP'),
]

describe('voices for a language', () => {
  test.each([
    ['zh-CN', ['Tingting', 'Google 普通话', 'Meijia', 'Google 粤語']],
    ['zh', ['Tingting', 'Google 普通话', 'Meijia', 'Google 粤語']],
    ['zh-Hant', ['Meijia', 'Tingting', 'Google 粤語', 'Google 普通话']],
    ['en-GB', ['Daniel', 'Samantha']],
    ['en', ['Samantha', 'Daniel']],
    ['ko', []],
  ])('%s', (lang, expected) => {
    expect(names(voicesFor(voices, lang))).toEqual(expected)
  })
  test.each([
    ['cmn-Hans-CN', 'zh-CN'],
    ['yue-HK', 'zh-HK'],
    ['cmn_TW', 'zh-TW'],
  ])('%s speaks %s', (tag, lang) => {
    expect(names(voicesFor([...voices, voice('New', tag, 'default')], lang))[0]).toBe('New')
  })
})

test('the reader’s own choice goes first, as long as it is there and speaks the language', () => {
  expect(chooseVoice(voices, 'zh-CN', 'voice:Meijia')?.name).toBe('Meijia')
  expect(chooseVoice(voices, 'zh-CN', 'voice:gone')?.name).toBe('Tingting')
  expect(chooseVoice(voices, 'zh-CN', 'voice:Daniel')?.name).toBe('Tingting')
  expect(chooseVoice(voices, 'ko')).toBeUndefined()
})
