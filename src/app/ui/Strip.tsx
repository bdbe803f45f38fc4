import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '../i18n/language.ts'
import { adoptStyles } from './adopt-styles.ts'
import css from './strip.css?inline'

interface StripProps {
  /** What it is, for those who do not see it. */
  label: string
  close: () => void
  /** At the head of the window, where the keyboard of a phone never lies over it. */
  isAtTop?: boolean
  /** Leaves focus where it is: nobody asked for this strip just now. */
  isQuiet?: boolean
  children: ReactNode
}

/**
 * One line of controls for what goes on while the article is read: above the reading bar, or at the head of the window.
 * Escape in it closes it, and focus goes back to where it was.
 */
export function Strip({ label, close, isAtTop, isQuiet, children }: StripProps) {
  const say = useSay()
  const strip = useRef<HTMLElement>(null)
  adoptStyles(css)

  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves when it opens and when it closes
  useEffect(() => {
    if (isQuiet) return
    const opener = document.activeElement
    // A part of it may have taken focus already.
    if (!strip.current!.contains(opener)) strip.current!.focus({ preventScroll: true })
    return () => {
      const { activeElement } = document
      if (opener instanceof HTMLElement && (!activeElement || activeElement === document.body))
        opener.focus({ preventScroll: true })
    }
  }, [])

  return (
    <section
      ref={strip}
      className="strip"
      aria-label={label}
      tabIndex={-1}
      data-at={isAtTop ? 'top' : 'foot'}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      {children}
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '关闭', en: 'Close' })}
        onClick={close}
      >
        <X aria-hidden="true" />
      </button>
    </section>
  )
}
