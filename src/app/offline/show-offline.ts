import type { DataRouter } from 'react-router'
import { currentLanguage, inLanguage } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { linkMarker } from './mark-links.ts'
import css from './show-offline.css?inline'

let isShown = false

/** Says in the header that there is no network, and on links which lead nowhere without it, until there is one again. */
export function showOffline(router: DataRouter): void {
  if (isShown || navigator.onLine) return
  isShown = true
  adoptStyles(css)
  const mark = makeMark()
  const unmarkLinks = linkMarker(router)
  addEventListener(
    'online',
    () => {
      isShown = false
      mark.remove()
      unmarkLinks()
    },
    { once: true },
  )
}

/** It lies upon the header and pushes nothing. */
function makeMark(): HTMLElement {
  const text = inLanguage(currentLanguage(), { zh: '离线', en: 'Offline' })
  const mark = document.createElement('p')
  mark.className = 'offline-mark'
  mark.role = 'status'
  const word = document.createElement('span')
  mark.append(word)
  document.querySelector('.site-header')?.append(mark)
  // A screen reader hears what comes into a status, not one that comes with it.
  setTimeout(() => {
    word.textContent = text
  })
  return mark
}
