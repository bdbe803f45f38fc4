import { useEffect, useState } from 'react'
import { formatPercent } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { distanceFrom, holdAtLine } from '../ui/hold-at.ts'
import { Panel } from '../ui/Panel.tsx'
import { currentHeading, type Heading, headingsOf } from './headings.ts'
import { useMinutesLeft } from './reading-speed.ts'
import { type ToolProps, tools } from './tools.ts'
import { useReadingProgress } from './use-reading-progress.ts'

/** Below the header, in CSS pixels from the top of the window: where a chosen heading goes. */
const HEADING_LINE = 80

/** The headings of the article, with the one marked that the reader is at. */
export default function ContentsPanel({ article, body, close }: ToolProps) {
  const say = useSay()
  const language = useLanguage()
  const { progress } = useReadingProgress(body)
  const minutes = useMinutesLeft(article, progress)
  const headings = useHeadings(body)
  const current = currentHeading(headings, HEADING_LINE + 20)
  const goTo = (element: HTMLElement) => {
    close()
    element.tabIndex = -1
    element.focus({ preventScroll: true })
    holdAtLine(() => (element.isConnected ? distanceFrom(HEADING_LINE, element) : 0))
  }
  return (
    <Panel title={say(tools.contents.words)} close={close}>
      <p className="quiet-line">
        {progress >= 1
          ? say({ zh: '已读到文末', en: 'You are at the end' })
          : say({
              zh: '读到 {percent}，大约还剩 {minutes} 分钟',
              en: '{percent} read, about {minutes} min left',
              percent: formatPercent(progress, language),
              minutes,
            })}
      </p>
      <ol className="contents" lang={body.closest('article')!.lang}>
        <Item
          text={document.querySelector('main h1')!.textContent}
          depth={0}
          isCurrent={current < 0}
          go={() => goTo(document.querySelector<HTMLElement>('main h1')!)}
        />
        {headings.map(({ element, text, depth }, index) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: headings keep their order
            key={index}
            text={text}
            depth={depth + 1}
            isCurrent={index === current}
            go={() => goTo(element)}
          />
        ))}
      </ol>
      {headings.length === 0 && (
        <p className="quiet-line">
          {say({ zh: '这篇文章没有小标题。', en: 'This article has no headings.' })}
        </p>
      )}
    </Panel>
  )
}

interface ItemProps {
  text: string
  depth: number
  isCurrent: boolean
  go: () => void
}

function Item({ text, depth, isCurrent, go }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        style={{ '--depth': depth } as React.CSSProperties}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={go}
      >
        {text}
      </button>
    </li>
  )
}

/** A long body becomes whole only after a while. */
function useHeadings(body: HTMLElement): Heading[] {
  const [headings, setHeadings] = useState(() => headingsOf(body))
  useEffect(() => {
    const look = () => setHeadings(headingsOf(body))
    const observer = new MutationObserver(look)
    observer.observe(body, { childList: true, subtree: true })
    look()
    return () => observer.disconnect()
  }, [body])
  return headings
}
