import { Minus, Pause, Play, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import type { ToolProps } from '../reading/tools.ts'
import { keepChoices, keptChoice } from '../settings/setting-store.ts'
import { Strip } from '../ui/Strip.tsx'
import { way } from '../ui/way.ts'
import { distanceAt, nextPace, PACES } from './pace.ts'

/** The text goes by itself, line by line, as fast as the reader likes. */
export default function PaceStrip({ body, close }: ToolProps) {
  const say = useSay()
  const [pace, setPace] = useState(() => nearestPace(Number(keptChoice('pace'))))
  const [isRunning, setRunning] = useState(true)
  useEffect(() => (isRunning ? run(body, pace, () => setRunning(false)) : undefined), [body, pace, isRunning])
  useEffect(() => {
    const pauseHidden = () => document.hidden && setRunning(false)
    document.addEventListener('visibilitychange', pauseHidden)
    return () => document.removeEventListener('visibilitychange', pauseHidden)
  }, [])
  const change = (step: 1 | -1) => {
    const next = nextPace(pace, step)
    setPace(next)
    keepChoices({ pace: String(next) })
  }
  const toggle = isRunning ? say({ zh: '暂停', en: 'Pause' }) : say({ zh: '继续', en: 'Go on' })
  return (
    <Strip label={say({ zh: '自动滚动', en: 'Auto-scroll' })} close={close}>
      <button
        type="button"
        className="icon-button"
        aria-label={toggle}
        onClick={() => setRunning(!isRunning)}
      >
        {isRunning ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '慢一点', en: 'Slower' })}
        disabled={pace === PACES[0]}
        onClick={() => change(-1)}
      >
        <Minus aria-hidden="true" />
      </button>
      <p role="status">{say({ zh: '每分钟 {pace} 行', en: '{pace} lines a minute', pace })}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '快一点', en: 'Faster' })}
        disabled={pace === PACES.at(-1)}
        onClick={() => change(1)}
      >
        <Plus aria-hidden="true" />
      </button>
    </Strip>
  )
}

const nearestPace = (kept: number): number => PACES.find(pace => pace >= kept) ?? 13

/** Scrolls until stopped or at the end; the screen stays on meanwhile, where browsers allow it. */
function run(body: HTMLElement, pace: number, atEnd: () => void): () => void {
  const lineHeight = Number.parseFloat(getComputedStyle(body).lineHeight)
  let last = performance.now()
  let owed = 0
  let frame = requestAnimationFrame(function step(now) {
    owed += distanceAt(pace, lineHeight, Math.min(100, now - last))
    last = now
    // Browsers scroll by whole pixels, and pages turn as a whole; the rest is for the next frame.
    const least = way().step()
    const distance = Math.floor(owed / least) * least
    owed -= distance
    const before = way().moved()
    if (distance > 0) way().goBy(distance)
    const isOver = distance > 0 && way().moved() === before
    if (isOver) atEnd()
    else frame = requestAnimationFrame(step)
  })
  const lock = navigator.wakeLock?.request('screen').catch(() => null)
  return () => {
    cancelAnimationFrame(frame)
    void lock?.then(lock => lock?.release())
  }
}
