import { LocateFixed, Pause, Play, SkipBack, SkipForward, SlidersHorizontal } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { articlePath } from '../../shared/addresses.ts'
import type { Article } from '../../shared/article.ts'
import { articleQuery } from '../article/article-query.ts'
import { queryClient } from '../data/query-client.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import { localeOf } from '../i18n/languages.ts'
import { type ToolProps, tools } from '../reading/tools.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Strip } from '../ui/Strip.tsx'
import { toast } from '../ui/toast.ts'
import { endTakeOver, handOver, isTakenOver } from './hand-over.ts'
import { ListenOptions, rateOf } from './ListenOptions.tsx'
import css from './listen.css?inline'
import type { Trouble } from './player.ts'
import { Session, type Told } from './session.ts'
import { useKept, useSettled, useVoices } from './use-voices.ts'
import { chooseVoice, languageOf } from './voices.ts'

const troubles: Record<Trouble, Words> = {
  'not-allowed': { zh: '请按播放键开始', en: 'Press play to begin' },
  network: { zh: '这个声音要联网才能用', en: 'This voice needs a network' },
  silent: { zh: '声音没有响应，换一个试试', en: 'The voice does not answer. Try another' },
}

/** Reads the article aloud, sentence by sentence, and the next one after it. */
export default function ListenStrip(props: ToolProps) {
  const say = useSay()
  adoptStyles(css)
  if ('speechSynthesis' in globalThis) return <Listen {...props} />
  return (
    <Strip label={say(tools.listen.words)} close={props.close}>
      <p role="status" className="listen-told">
        {say({ zh: '这个浏览器不会朗读。', en: 'This browser cannot read aloud.' })}
      </p>
    </Strip>
  )
}

function Listen({ article, body, close }: ToolProps) {
  const say = useSay()
  const [isContinued] = useState(() => isTakenOver(article.id))
  const [hasOptions, setOptions] = useState(false)
  const voices = useVoices()
  const kept = useKept(`voice_${languageOf(article.lang)}`)
  const voice = voices && chooseVoice(voices, article.lang, kept)
  const rate = rateOf(useKept('voiceRate'))
  // While a slider is drawn, not every step begins the sentence anew.
  const settledRate = useSettled(rate, 300)
  const { session, told } = useSession(article, body, close)
  useNextArticle(article, told)

  useEffect(() => {
    if (session && voice) session.player.voicing = { lang: article.lang, voice, rate: settledRate }
  }, [session, voice, settledRate, article])
  const hasVoice = voice !== undefined
  useEffect(() => {
    if (session && hasVoice) void session.begin(isContinued)
  }, [session, hasVoice, isContinued])

  const isPlaying = told?.state === 'playing'
  const toggle = () => (isPlaying ? session?.player.pause() : session?.player.play())
  return (
    <Strip label={say(tools.listen.words)} close={close} isQuiet={isContinued}>
      {hasOptions && <ListenOptions article={article} voices={voices ?? []} voice={voice} />}
      {told?.isAway && (
        <button type="button" className="button quiet listen-back" onClick={() => session?.goBack()}>
          <LocateFixed aria-hidden="true" />
          {say({ zh: '回到朗读处', en: 'Back to the voice' })}
        </button>
      )}
      {voice ? (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={say({ zh: '上一句', en: 'Previous sentence' })}
            onClick={() => session?.player.skip(-1)}
          >
            <SkipBack aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button listen-play"
            aria-label={isPlaying ? say({ zh: '暂停', en: 'Pause' }) : say({ zh: '播放', en: 'Play' })}
            onClick={toggle}
          >
            {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={say({ zh: '下一句', en: 'Next sentence' })}
            onClick={() => session?.player.skip(1)}
          >
            <SkipForward aria-hidden="true" />
          </button>
          <p className="listen-told" role={told?.trouble ? 'alert' : undefined}>
            {told && say(wordsOf(told))}
          </p>
          <button
            type="button"
            className="icon-button"
            aria-label={say({ zh: '语速和声音', en: 'Speed and voice' })}
            aria-expanded={hasOptions}
            onClick={() => setOptions(!hasOptions)}
          >
            <SlidersHorizontal aria-hidden="true" />
            <span className="listen-speed">{rate}×</span>
          </button>
        </>
      ) : (
        <NoVoice article={article} isLooking={voices === undefined} />
      )}
    </Strip>
  )
}

function wordsOf({ state, index, count, trouble }: Told): Words {
  if (trouble) return troubles[trouble]
  if (state === 'ended') return { zh: '读完了', en: 'Read to the end' }
  return { zh: '{number} / {count} 句', en: '{number} / {count}', number: index + 1, count }
}

function NoVoice({ article, isLooking }: { article: Article; isLooking: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const code = languageOf(article.lang)
  const name = new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(code) ?? code
  return (
    <p role="status" className="listen-told">
      {isLooking
        ? say({ zh: '正在找声音…', en: 'Looking for a voice…' })
        : say({
            zh: '这台设备没有能读{name}的声音，可以在系统设置里添加。',
            en: 'This device has no voice for {name}. The system’s settings may offer one.',
            name,
          })}
    </p>
  )
}

/** Reads the article while the strip is open. */
function useSession(article: Article, body: HTMLElement, close: () => void) {
  const [session, setSession] = useState<Session | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const closing = useRef(close)
  useEffect(() => {
    const session = new Session(article, body, setTold, () => closing.current())
    setSession(session)
    return () => {
      session.end()
      endTakeOver()
    }
  }, [article, body])
  return { session, told }
}

/** At the end goes on to the next article of the category, if the reader wants that. */
function useNextArticle({ older }: Article, told: Told | null) {
  const navigate = useNavigate()
  const isWanted = useKept('voiceNext') === 'on' && told?.state === 'ended'
  useEffect(() => {
    if (!isWanted || !older) return
    let isLeft = false
    queryClient.ensureQueryData(articleQuery(older.id)).then(
      () => {
        if (isLeft) return
        handOver(older.id)
        void navigate(articlePath(older.id))
      },
      () => toast({ words: { zh: '下一篇暂时打不开。', en: 'The next article cannot be opened just now.' } }),
    )
    return () => {
      isLeft = true
    }
  }, [isWanted, older, navigate])
}
