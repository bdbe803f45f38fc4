import type { Page } from 'playwright/test'

/**
 * Gives the page a browser's voice, which the test browser does not have: it says a sentence when `finish` is called,
 * and notes all that it said.
 */
export async function giveVoice(page: Page, languages = ['zh-CN', 'zh-TW', 'en-US']): Promise<void> {
  await page.addInitScript(install, languages)
}

function install(languages: string[]) {
  class Utterance {
    lang = ''
    rate = 1
    voice: { name: string } | null = null
    onend?: () => void
    onerror?: (event: { error: string }) => void
    text: string
    constructor(text: string) {
      this.text = text
    }
  }
  let current: Utterance | null = null
  class Synthesis extends EventTarget {
    said: string[] = []
    pending = false
    get speaking() {
      return current !== null
    }
    getVoices() {
      return languages.map(lang => ({
        lang,
        name: `Voice of ${lang}`,
        voiceURI: lang,
        localService: lang !== 'zh-TW',
        default: lang === 'en-US',
      }))
    }
    speak(utterance: Utterance) {
      current = utterance
      this.said.push(`${utterance.voice?.name} ${utterance.rate}: ${utterance.text}`)
    }
    cancel() {
      const given = current
      current = null
      queueMicrotask(() => given?.onerror?.({ error: 'canceled' }))
    }
    resume() {}
    finish() {
      const over = current
      current = null
      over?.onend?.()
    }
  }
  Object.defineProperties(window, {
    speechSynthesis: { value: new Synthesis(), configurable: true },
    SpeechSynthesisUtterance: { value: Utterance },
  })
}

interface FakeVoice {
  said: string[]
  speaking: boolean
  finish: () => void
}
const voiceOf = () => Reflect.get(window, 'speechSynthesis') as unknown as FakeVoice

/** The sentences that the voice was given, with its name and its speed. */
export const said = (page: Page): Promise<string[]> => page.evaluate(`(${voiceOf})().said`)

export const isSpeaking = (page: Page): Promise<boolean> => page.evaluate(`(${voiceOf})().speaking`)

/** The voice comes to the end of its sentence. */
export const finish = (page: Page): Promise<void> => page.evaluate(`(${voiceOf})().finish()`)
