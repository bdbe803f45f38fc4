import { type ReactNode, useRef } from 'react'
import { adoptStyles } from './adopt-styles.ts'
import { CloseButton } from './CloseButton.tsx'
import css from './strip.css?inline'
import { useFocusWithin } from './use-focus-within.ts'

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
  const strip = useRef<HTMLElement>(null)
  adoptStyles(css)

  useFocusWithin(strip, isQuiet)

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
      <CloseButton close={close} />
    </section>
  )
}
