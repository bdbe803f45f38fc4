import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { queryClient } from '../data/query-client.ts'
import { createRoot } from '../dom.ts'
import { currentLanguage, LanguageProvider } from '../i18n/language.ts'
import { adoptStyles } from './adopt-styles.ts'
import css from './dialog.css?inline'

let closeShown: (() => void) | null = null

export const isDialogOpen = (name: string): boolean =>
  document.querySelector(`dialog[open][data-name="${name}"]`) !== null

/** Closes the dialog that is open, if there is one: focus goes back to where it was before. */
export const closeDialog = (): void => closeShown?.()

/**
 * Opens a dialog over the page, in place of one that is open. Escape, the browser's Back on phones, and a press beside
 * it close it, and focus goes back to where it was.
 *
 * @param name of the dialog, for its styles
 * @param content is told how to close it
 */
export function openDialog(name: string, content: ReactNode): void {
  closeDialog()
  adoptStyles(css)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const close = () => {
    // The browser gives the focus back at once, and what is asked for next may take it.
    place.querySelector('dialog')?.close()
    if (closeShown !== close) return
    closeShown = null
    // Not while React is at work in it.
    setTimeout(() => {
      root.unmount()
      place.remove()
    })
  }
  closeShown = close
  // At once: what is typed next is for the dialog.
  flushSync(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <LanguageProvider first={currentLanguage()}>
            <Dialog name={name} close={close}>
              {content}
            </Dialog>
          </LanguageProvider>
        </QueryClientProvider>
      </StrictMode>,
    ),
  )
}

function Dialog({ name, close, children }: { name: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current!
    if (!element.open) element.showModal()
    const fitIn = () => element.style.setProperty('--room', `${visualViewport?.height ?? innerHeight}px`)
    fitIn()
    // The keyboard of a phone takes its part of the window.
    visualViewport?.addEventListener('resize', fitIn)
    return () => visualViewport?.removeEventListener('resize', fitIn)
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-name={name}
      aria-labelledby="dialog-title"
      onClose={close}
      onPointerDown={event => event.target === event.currentTarget && close()}
    >
      <div className="dialog-content">{children}</div>
    </dialog>
  )
}
