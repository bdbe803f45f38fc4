/** What is asked of a voice; `SpeechSynthesisVoice` is one. */
export interface Voice {
  name: string
  lang: string
  voiceURI: string
  localService: boolean
  default: boolean
}

/** The language of a tag, and the place where it is spoken: Android writes `zh_CN`, some voices `cmn-Hans-CN`. */
function partsOf(tag: string): { language: string; region: string } {
  const [first = '', ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-')
  const language = { cmn: 'zh', yue: 'zh' }[first] ?? first
  const region = rest.find(part => /^([a-z]{2}|\d{3})$/.test(part)) ?? ''
  if (language !== 'zh') return { language, region }
  return { language, region: region || (first === 'yue' ? 'hk' : rest.includes('hant') ? 'tw' : 'cn') }
}

export const languageOf = (tag: string): string => partsOf(tag).language

/** The voices that speak a language, the likeliest first: of the same place, on the device, the browser's own choice. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): V[] {
  const wanted = partsOf(lang)
  const rank = (voice: V) =>
    (partsOf(voice.lang).region === wanted.region ? 4 : 0) +
    (voice.localService ? 2 : 0) +
    (voice.default ? 1 : 0)
  return voices.filter(voice => languageOf(voice.lang) === wanted.language).sort((a, b) => rank(b) - rank(a))
}

/** The voice that the reader chose once, or the likeliest; undefined if nobody speaks the language. */
export function chooseVoice<V extends Voice>(voices: readonly V[], lang: string, kept?: string) {
  const able = voicesFor(voices, lang)
  return able.find(({ voiceURI }) => voiceURI === kept) ?? able[0]
}
