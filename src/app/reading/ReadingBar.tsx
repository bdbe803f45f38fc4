import { useQuery } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { statesQuery } from '../history/article-states.ts'
import { formatPercent } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { keepChoices, keptChoice } from '../settings/setting-store.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import panelCss from '../ui/panel.css?inline'
import { goToBeginning, way } from '../ui/way.ts'
import css from './reading.css?inline'
import { useMinutesLeft } from './reading-speed.ts'
import { type Reading, type ToolName, tools } from './tools.ts'
import { useReadingProgress } from './use-reading-progress.ts'

interface ReadingBarProps extends Reading {
  open: (name: ToolName) => void
  opened: (ToolName | undefined)[]
}

/**
 * How far the reader is, and the tools. On a phone it goes away while the reader reads on, and comes back with a move
 * upwards or at the end; keyboards and screen readers find it always.
 */
export function ReadingBar({ article, body, open, opened }: ReadingBarProps) {
  const say = useSay()
  const language = useLanguage()
  const { progress, isGoingOn } = useReadingProgress(body)
  const minutes = useMinutesLeft(article, progress)
  const state = useQuery(statesQuery([article.id])).data?.[article.id]
  const isHinted = useHint(progress)
  const percent = formatPercent(progress, language)
  adoptStyles(panelCss)
  adoptStyles(css)
  const isOpen = opened.some(name => name !== undefined)
  return (
    <>
      <div className="reading-progress" aria-hidden="true" style={{ scale: `${progress} 1` }} />
      <div
        className="reading-bar"
        role="toolbar"
        aria-label={say({ zh: '阅读工具', en: 'Reading tools' })}
        data-hidden={(isGoingOn && !isOpen && progress < 1) || undefined}
      >
        {isHinted ? (
          <p className="reading-left">
            {say({ zh: 'Aa 调整', en: 'Aa sets' })}
            <small>{say({ zh: '字号 · 主题', en: 'size · theme' })}</small>
          </p>
        ) : (
          // Made anew with each step: words of another width would move within their line.
          <p key={`${minutes} ${percent}`} className="reading-left">
            {progress >= 1
              ? say({ zh: '读完', en: 'The end' })
              : say({ zh: '剩 {minutes} 分钟', en: '{minutes} min left', minutes })}
            <small>{percent}</small>
          </p>
        )}
        {Object.entries(tools)
          .filter(([, tool]) => tool.isInBar)
          .map(([name, tool]) => (
            <button
              key={name}
              type="button"
              className="icon-button"
              aria-label={say(tool.words)}
              title={say(tool.words)}
              aria-expanded={tool.kind === 'action' ? undefined : opened.includes(name as ToolName)}
              aria-pressed={tool.kind === 'action' && state ? tool.isDone?.(state) : undefined}
              onClick={() => open(name as ToolName)}
            >
              <tool.Icon aria-hidden="true" />
            </button>
          ))}
        <ToTop />
      </div>
    </>
  )
}

/** Whether this is the first article that the reader ever reads here: until they read on, the bar says what it is for. */
function useHint(progress: number): boolean {
  const [isHinted, setHinted] = useState(() => keptChoice('hinted') === undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: progress is what tells of every move
  useEffect(() => {
    if (!isHinted || way().moved() < way().length() / 2) return
    setHinted(false)
    keepChoices({ hinted: 'on' })
  }, [isHinted, progress])
  return isHinted
}

/** There once the beginning is out of sight. */
function ToTop() {
  const say = useSay()
  const [isFar, setFar] = useState(false)
  useEffect(() => {
    const look = () => setFar(way().moved() > way().length() * 1.5)
    look()
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [])
  const words = say({ zh: '回到开头', en: 'Back to top' })
  return (
    <button
      type="button"
      className="icon-button to-top"
      aria-label={words}
      title={words}
      disabled={!isFar}
      onClick={goToBeginning}
    >
      <ArrowUp aria-hidden="true" />
    </button>
  )
}
