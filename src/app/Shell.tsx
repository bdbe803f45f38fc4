import { useContext, useEffect, useRef, useState } from 'react'
import {
  type Location,
  Outlet,
  UNSAFE_DataRouterStateContext as RouterState,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigation,
} from 'react-router'
import { categoryPath, historyPath, homePath, searchPath, settingsPath } from '../shared/addresses.ts'
import { documentTitle } from '../shared/site.ts'
import { site } from './data/site.ts'
import { useLanguage, useSay } from './i18n/language.ts'
import { headOf } from './page-head.ts'
import { firstFocus } from './ui/first-focus.ts'
import { Link } from './ui/Link.tsx'
import { ToastRegion } from './ui/Toast.tsx'
import { useLater } from './ui/use-later.ts'
import './shell.css'

/** What stands around every page: header, main, footer, and the notices of the app. */
export function Shell() {
  const say = useSay()
  const language = useLanguage()
  const { state } = useNavigation()
  const { pathname } = useLocation()
  const Beside = useLater(() => import('./beside/Beside.tsx'))
  const currentIn = (path: string) => (`${pathname}/`.startsWith(path) ? 'page' : undefined)

  return (
    <>
      <a className="skip" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to content' })}
      </a>
      <header className="site-header" data-busy={state !== 'idle' || undefined}>
        <div className="bar">
          <Link className="brand" to={homePath} aria-current={pathname === homePath ? 'page' : undefined}>
            <Seal />
            <span>{site.name}</span>
          </Link>
          {/* Made anew in another language: words of another length would push their neighbours aside. */}
          <nav key={language} aria-label={say({ zh: '主导航', en: 'Main' })}>
            <Link to={categoryPath('')} aria-current={currentIn(categoryPath(''))}>
              {say({ zh: '分类', en: 'Browse' })}
            </Link>
            <Link
              className="search-link"
              to={searchPath}
              aria-current={currentIn(searchPath)}
              aria-label={say({ zh: '搜索', en: 'Search' })}
            >
              <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path d="M13.5 13.5 18 18M8.5 15a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z" />
              </svg>
            </Link>
            <Link to={historyPath} aria-current={currentIn(historyPath)}>
              {say({ zh: '历史', en: 'History' })}
            </Link>
            <Link to={settingsPath} aria-current={currentIn(settingsPath)}>
              {say({ zh: '设置', en: 'Settings' })}
            </Link>
          </nav>
        </div>
      </header>
      {Beside && <Beside />}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="site-footer">
        <p>{site.description}</p>
      </footer>
      <RouteChange />
      <ToastRegion />
      <Places />
    </>
  )
}

/**
 * Leads back to where each page of this tab was left. The page that brought the app along stays where it is: the browser
 * has put it there, and the reader may have scrolled on since. React Router would scroll it to its top, and to where it
 * was left once the next link is followed.
 */
function Places() {
  const state = useContext(RouterState)!
  const [first] = useState(state.location)
  const { location, restoreScrollPosition: place } = state
  const isFirst = location === first && (isPrerendered() || !first.hash)
  useEffect(() => {
    // What a page finds by itself comes a moment later.
    if (location !== first && place) globalThis.goOnTo?.(place)
  }, [location, first, place])
  return (
    <RouterState value={isFirst ? { ...state, restoreScrollPosition: false } : state}>
      <ScrollRestoration getKey={placeKey} />
    </RouterState>
  )
}

/**
 * Every first page of a tab has the key "default": its path tells the pages apart. Where a page could not be had, the
 * reader's place in it stays the one they left, for when it comes.
 */
const placeKey = ({ key, pathname, search }: Location) =>
  (key === 'default' ? site.base + pathname.slice(1) + search : key) + (isFailed(key) ? ' failed' : '')

const isFailed = (key: string) => document.querySelector(`[data-failed="${key}"]`) !== null

/**
 * What a browser does by itself when a page is loaded: the title changes, focus goes to the new page, and a screen
 * reader hears where it is.
 */
function RouteChange() {
  const say = useSay()
  const head = headOf(useMatches(), say)
  const location = useLocation()
  const { key, pathname, search, hash } = location
  const shown = useRef(location)
  const announcer = useRef<HTMLParagraphElement>(null)

  // React compares by value, so a new language renews the head as a new page does.
  const version = JSON.stringify(head)
  const appliedVersion = useRef(isPrerendered() ? version : '')
  useEffect(() => {
    // The first page brought its head along.
    if (appliedVersion.current === version) return
    appliedVersion.current = version
    const current = JSON.parse(version) as typeof head
    if (!current) return
    document.title = documentTitle(current.title, site)
    // Nothing of it is needed to show the page.
    import('./apply-head.ts').then(({ applyHead }) => applyHead(current)).catch(() => undefined)
  }, [version])

  useEffect(() => {
    const last = shown.current
    shown.current = location
    // What only changes the search of a page, such as a filter, keeps the focus.
    if (last.key === key || (last.pathname === pathname && last.search !== search)) return
    const target = hash && document.getElementById(decoded(hash.slice(1)))
    if (target) {
      // A jump within the page: focus marks where it led.
      target.tabIndex = -1
      target.focus({ preventScroll: true })
      return
    }
    firstFocus()?.focus({ preventScroll: true })
    if (announcer.current) announcer.current.textContent = document.title
  }, [location, key, pathname, search, hash])

  return <p ref={announcer} className="visually-hidden" role="status" aria-live="polite" />
}

const isPrerendered = () => !import.meta.env.SSR && document.querySelector('meta[data-head]') !== null

/** The address after `#` may be anything that somebody typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function Seal() {
  return (
    <svg className="seal" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M9 7h9.5L23 11.5V25H9z" fill="#fbfaf7" />
      <path d="M18.5 7v4.5H23M12 16h8M12 20h6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
