import { type ReactNode, useEffect, useId, useRef } from 'react'
import { adoptStyles } from './adopt-styles.ts'
import { CloseButton } from './CloseButton.tsx'
import css from './panel.css?inline'
import { useBackCloses } from './use-back-closes.ts'
import { useFocusWithin } from './use-focus-within.ts'

interface PanelProps {
  title: string
  close: () => void
  /** Stands beside the title. */
  tools?: ReactNode
  children: ReactNode
}

/**
 * A sheet at the foot of a phone, a card at the side of a larger window. The page stays in sight and in reach: Escape,
 * a phone's Back or a press elsewhere closes it, and focus goes back to where it was.
 */
export function Panel({ title, close, tools, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null)
  const titleId = useId()
  adoptStyles(css)

  useFocusWithin(panel)
  useBackCloses(close)

  useEffect(() => {
    const closing = new AbortController()
    const { signal } = closing
    addEventListener('keydown', event => event.key === 'Escape' && close(), { signal })
    addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target as Element).closest('.panel, .reading-bar, .toasts')) close()
      },
      { signal },
    )
    return () => closing.abort()
  }, [close])

  return (
    <section ref={panel} className="panel" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {tools}
        <CloseButton close={close} />
      </header>
      <div className="panel-content">{children}</div>
    </section>
  )
}
