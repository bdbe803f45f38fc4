import { startTransition } from 'react'
import { createBrowserRouter } from 'react-router'
import { withBase } from '../shared/addresses.ts'
import { type PageData, pageDataId } from '../shared/page-data.ts'
import { App } from './App.tsx'
import { providePageFiles } from './data/fetch-json.ts'
import { site } from './data/site.ts'
import { watchNavigation } from './data/watch-navigation.ts'
import { createRoot, hydrateRoot } from './dom.ts'
import { followLinks } from './follow-links.ts'
import { currentLanguage, loadWords, siteLanguage } from './i18n/language.ts'
import { routes } from './routes.tsx'
import { idle } from './ui/idle.ts'
import './ui/base.css'

// A view transition that a quicker navigation skips rejects a promise that nobody waits for; it is no fault.
addEventListener('unhandledrejection', event => {
  if (/^Abort.*transition/i.test(event.reason)) event.preventDefault()
})

const pageData = readPageData()
if (pageData) providePageFiles(pageData.files)

const language = pageData ? siteLanguage : currentLanguage()
// Where it cannot be had, the texts that stand in the code take its place.
const words = loadWords(language).catch(() => undefined)

const router = createBrowserRouter(routes, { basename: site.base })
if (!router.state.initialized)
  await new Promise<void>(resolve => {
    router.subscribe(({ initialized }) => initialized && resolve()) // later ones change nothing
  })
await words
// From here on an article is put into the page anew, through the last gate.
providePageFiles({})

followLinks(router, document)
watchNavigation(router)

const root = document.getElementById('app')!
// As a transition React takes hydration in small steps, and a tap in between is heard.
if (pageData) {
  startTransition(() => void hydrateRoot(root, <App router={router} language={language} />))
  pressEarlyButton()
} else {
  // That of a page that stands in for this one, such as 404.html.
  for (const part of document.querySelectorAll('meta[data-head]')) part.remove()
  createRoot(root).render(<App router={router} language={language} />)
}

loaded()
  .then(idle)
  .then(() => import('./start-later.ts'))
  .then(({ startLater }) => startLater(router))
  .catch(() => undefined)

/** Waits for the pictures of the page, which come first; but one may never end. */
function loaded(): Promise<unknown> {
  return new Promise(resolve => {
    // With the top-level await above, loading may be over.
    if (document.readyState === 'complete') resolve(undefined)
    addEventListener('load', resolve)
    setTimeout(resolve, 10_000)
  })
}

/** A button that was pressed while the app was on its way does its work now: `start-document.ts` has listened. */
function pressEarlyButton(): void {
  const button = globalThis.pressed
  globalThis.pressed = null // from here on React listens
  if (button?.isConnected) button.click()
}

/** What the page was prerendered from, if it was made for this address: a 404 page stands at any. */
function readPageData(): PageData | null {
  const block = document.getElementById(pageDataId)
  if (!block) return null
  try {
    const data = JSON.parse(block.textContent) as PageData
    // Some hosts show a folder's page without its slash.
    const nameOf = (path: string) => decodeURI(path).replace(/\/$/, '')
    return nameOf(withBase(site.base, data.path)) === nameOf(location.pathname) ? data : null
  } catch {
    return null // the document was cut off, or its address is what somebody typed
  }
}
