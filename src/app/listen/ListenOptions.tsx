import type { Article } from '../../shared/article.ts'
import { useSay } from '../i18n/language.ts'
import { keepChoices } from '../settings/setting-store.ts'
import { useKept } from './use-voices.ts'
import { languageOf, type Voice, voicesFor } from './voices.ts'

const SLOWEST = 0.5
const FASTEST = 3

/** How fast the reader wants it, as it was kept; at an ordinary speed without that. */
export function rateOf(kept: string | undefined): number {
  const rate = Number(kept)
  return rate >= SLOWEST && rate <= FASTEST ? rate : 1
}

interface ListenOptionsProps {
  article: Article
  voices: Voice[]
  voice: Voice | undefined
}

/** How the voice speaks, which one, and what comes after the end. */
export function ListenOptions({ article, voices, voice }: ListenOptionsProps) {
  const say = useSay()
  const rate = rateOf(useKept('voiceRate'))
  const goesOn = useKept('voiceNext') === 'on'
  return (
    <div className="listen-options">
      <label className="range">
        <span>{say({ zh: '语速', en: 'Speed' })}</span>
        <input
          type="range"
          min={SLOWEST}
          max={FASTEST}
          step={0.1}
          value={rate}
          aria-valuetext={say({ zh: '{rate} 倍', en: '{rate} times', rate })}
          onChange={event => keepChoices({ voiceRate: event.target.value })}
        />
        <output>{rate}×</output>
      </label>
      <label className="listen-voice">
        <span>{say({ zh: '声音', en: 'Voice' })}</span>
        <select
          value={voice?.voiceURI}
          onChange={event => keepChoices({ [`voice_${languageOf(article.lang)}`]: event.target.value })}
        >
          {voicesFor(voices, article.lang).map(({ voiceURI, name, lang, localService }) => (
            <option key={voiceURI} value={voiceURI}>
              {name} {lang.replace('_', '-')} {!localService && say({ zh: '（联网）', en: '(online)' })}
            </option>
          ))}
        </select>
      </label>
      <label className="listen-next">
        <input
          type="checkbox"
          checked={goesOn}
          disabled={!article.older}
          onChange={event => keepChoices({ voiceNext: event.target.checked ? 'on' : undefined })}
        />
        <span>
          {say({ zh: '读完接着读下一篇', en: 'Go on with the next article' })}
          <small>{article.older?.title ?? say({ zh: '这是最后一篇', en: 'This is the last one' })}</small>
        </span>
      </label>
      <p>
        {say({
          zh: '点正文里的一句，就从那里读起。',
          en: 'Press a sentence of the text to hear it from there.',
        })}
      </p>
    </div>
  )
}
