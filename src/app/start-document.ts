/**
 * Runs in the head of every document, as an inline script that the build makes of it: settles what the first paint needs,
 * and when the app comes.
 */
import { OLD, yearsSince } from './article/age.ts'

declare global {
  /** A button that was pressed before the app was there; null once it is, see `pressEarlyButton` in `main.tsx`. */
  var pressed: HTMLElement | null | undefined
  /** What the browser would install the app with, see `install/prompt.ts`. */
  var installPrompt: Event | null | undefined
  /** Loads the page anew, at the same place, if the site has become another than this page is of. */
  var renew: (() => Promise<boolean>) | undefined
  /** Goes on to a place, in pixels from the top, for which the page was not long enough yet as it was come back to. */
  var goOnTo: ((top: number) => void) | undefined
}

/** How long the app waits for the first picture. */
const PATIENCE_MS = 3000

/** How long nothing is painted for want of a style sheet. */
const STYLE_PATIENCE_MS = 6000

/** How long a page that can show nothing without the app waits for it, and says nothing. */
const APP_PATIENCE_MS = 7000

/** Keeps a place that was not reached yet over a reload. */
const WANTED = 'shiye.place'

/** How long a place is looked for in a page that grows. */
const PLACE_PATIENCE_MS = 5000

/** The last script of a document, which names all others. */
const ENTRY = /^.*rel="later"[^>]*href="([^"]+)"/s

/** A site that keeps changing, or two servers that are not of one mind, must not keep a page from its reader. */
const AGAIN_AT_MOST_EACH_MS = 300_000

/** A reader who follows a link is not called back for so long. */
const LEAVING_MS = 10_000

let followedAt = 0

/** Where the reader is to be, as long as the page may not be long enough; 0 otherwise. */
let wanted = 0

const { dataset, style } = document.documentElement

function show(name: string, value: string): void {
  dataset[name] = value
  style.setProperty(`--${name}`, value)
}

/** Every kept choice is an attribute and a property, as in `settings/setting-store.ts`. Without storage the defaults hold. */
function showChoices(): void {
  try {
    const kept = {
      ...JSON.parse(localStorage['shiye.settings'] || '{}'),
      shelf: localStorage['shiye.shelf'] || '',
    }
    for (const name in kept) if (kept[name] !== null) show(name, kept[name])
  } catch {}
}

/** A link may ask for a layout of its list, or for a part of it: that comes with the app, and what is not asked for is not shown. */
function showAsked(): void {
  const { search } = location
  const [, layout] = /[?&]layout=(\w+)/.exec(search) ?? []
  if (layout) show('layout', layout)
  if (/[?&](unread|saved|pictures|long|short|source|from|to|sort)\b/.test(search)) dataset.asked = ''
}

/** Only the reader's clock knows how old an article is, see `article/Dated.tsx`. */
function showAge(): void {
  const published = document.querySelector<HTMLMetaElement>('[property="article:published_time"]')?.content
  const age = yearsSince(published ?? '')
  if (age >= OLD) show('age', String(age))
}

/**
 * Where the reader left this entry of the tab's history, the app has noted (`placeKey` in `Shell.tsx`). A browser does not
 * know it where the page is loaded anew just as Back leads to it, and goes nowhere in an entry that was left as "manual".
 * A page that has its content from the app is not long enough yet.
 */
function goToPlace(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (navigation?.type === 'navigate') return
  try {
    const places = JSON.parse(sessionStorage['react-router-scroll-positions'])
    const noted = places[history.state?.key ?? location.pathname + location.search]
    const top = Number(sessionStorage[WANTED]) || noted
    delete sessionStorage[WANTED]
    history.scrollRestoration = top ? 'manual' : 'auto'
    if (top) reachPlace(top)
  } catch {} // a new tab, or no storage
}

/** Stays at a place while the page around it gets its content, until the reader moves. */
function reachPlace(top: number): void {
  let reached = -1
  wanted = top
  const sizes = new ResizeObserver(() => {
    const end = document.documentElement.scrollHeight - innerHeight
    // A list that keeps its own place has scrolled, and no page that became shorter.
    if (reached >= 0 && scrollY !== reached && scrollY < end - 1) return leave()
    scrollTo({ top, behavior: 'instant' })
    reached = scrollY
  })
  const leave = () => {
    wanted = 0
    sizes.disconnect()
  }
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown', 'popstate'])
    addEventListener(type, leave, { once: true, passive: true })
  sizes.observe(document.body)
  setTimeout(leave, PLACE_PATIENCE_MS)
}

/**
 * A page reads without the app, which comes once that and its first picture are painted, or when the reader does
 * something. Its scripts run one by one: no tap waits for all.
 */
function waitForApp(): void {
  const scripts = document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')
  const painted = (next: () => void) => requestAnimationFrame(() => setTimeout(next))
  let isStarted = false
  const start = async () => {
    if (isStarted) return
    isStarted = true
    for (const script of scripts) script.rel = 'modulepreload'
    let takeBack = () => {}
    const patience = setTimeout(() => {
      if (!isReadable) takeBack = tellNoApp()
    }, APP_PATIENCE_MS)
    const end = () => {
      clearTimeout(patience)
      takeBack()
    }
    try {
      for (const script of scripts) {
        await import(/* @vite-ignore */ script.href)
        await new Promise(next => setTimeout(next))
      }
      end()
    } catch (error) {
      end()
      // Any other error would be there again.
      const isNotHad = error instanceof TypeError
      if (!(await loadAnew(isNotHad))) tellNoApp()
    }
  }
  const picture = document.querySelector<HTMLImageElement>('img[loading="eager"]')
  const isReadable =
    document.querySelector('main') && !document.querySelector('.needs-script') && dataset.asked === undefined
  if (document.hidden || !isReadable) start()
  else
    painted(() => {
      if (!picture || picture.complete || navigator.serviceWorker?.controller) return start()
      for (const type of ['load', 'error']) picture.addEventListener(type, () => painted(start))
      setTimeout(start, PATIENCE_MS)
    })
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'])
    addEventListener(type, start, { once: true, passive: true })
}

/** A page without styles can be read, but nobody would want to. */
function missStyles(): void {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  if (sheets.some(({ sheet }) => !sheet?.cssRules.length)) void loadAnew(true)
}

/**
 * A style sheet that never comes would keep the whole page from being painted. One that a script adds does not:
 * https://html.spec.whatwg.org/multipage/links.html#link-type-stylesheet
 */
function stopWaitingForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet) continue
    const another = link.cloneNode() as HTMLLinkElement
    another.href += '?again' // the same address would be given the same request, which hangs
    link.replaceWith(another)
  }
}

/**
 * What needs the app goes out of sight, and a line says why. The app's words are part of what is missing, so it speaks two
 * languages only.
 *
 * @returns takes that back, if the app comes after all
 */
function tellNoApp(): () => void {
  delete dataset.scripted
  const isChinese = document.documentElement.lang.startsWith('zh')
  const line = document.createElement('p')
  line.className = 'no-app'
  line.role = 'alert'
  line.textContent = isChinese
    ? '网页的一部分没有加载，需要按钮的功能暂时不能用。'
    : 'A part of this page did not load: what needs a button does not work for now. '
  const again = document.createElement('a')
  again.href = ''
  again.textContent = isChinese ? '重新载入' : 'Reload'
  line.append(again)
  document.body.append(line)
  return () => {
    dataset.scripted = ''
    line.remove()
  }
}

/** The browser would show its own offer, to newcomers too; `install/` has it shown to whoever reads here. */
function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault()
    globalThis.installPrompt = event
  })
}

keepInstallPrompt()
/**
 * What this page needs may be gone with its version: then the server's page names other scripts. It stands here, because
 * anything else may be what is gone.
 *
 * @param isBroken whether scripts or styles did not come, and may come now: the browser may hold what was answered while a
 * deploy was half there
 */
async function loadAnew(isBroken = false): Promise<boolean> {
  try {
    const response = await fetch(location.href, { cache: 'no-cache' })
    const [, entry] = ENTRY.exec(await response.text()) ?? []
    if (entry && !document.querySelector(`link[href="${entry}"]`)) return reloadOnce('shiye.renewed')
    return isBroken && (await doFilesCome()) && reloadOnce('shiye.repaired')
  } catch {
    return false // no network, or no storage to know a loop by
  }
}

/** Asks the server for the scripts and styles, and has the browser hold what it answers. */
async function doFilesCome(): Promise<boolean> {
  const files = document.querySelectorAll<HTMLLinkElement>(
    'link:is([rel="later"], [rel="modulepreload"], [rel="stylesheet"])',
  )
  const answers = await Promise.all([...files].map(({ href }) => fetch(href, { cache: 'reload' })))
  return answers.every(({ ok, headers }) => ok && /javascript|css/.test(headers.get('Content-Type') ?? ''))
}

function reloadOnce(name: string): boolean {
  const now = Date.now()
  const isLeaving = now - followedAt < LEAVING_MS
  if (isLeaving || Math.abs(now - sessionStorage[name]) < AGAIN_AT_MOST_EACH_MS) return false
  sessionStorage[name] = now
  if (wanted) sessionStorage[WANTED] = wanted
  location.reload()
  return true
}

globalThis.renew = loadAnew
globalThis.goOnTo = top => {
  // A list has its own way of going back.
  if (scrollY < top && !history.state?.place) reachPlace(top)
}
dataset.scripted = '' // see `base.css`
showAge()
showChoices()
showAsked()
addEventListener('DOMContentLoaded', goToPlace)
addEventListener('DOMContentLoaded', waitForApp)
addEventListener('load', missStyles)
setTimeout(stopWaitingForStyles, STYLE_PATIENCE_MS)
addEventListener('click', ({ target, defaultPrevented }) => {
  const link = (target as Element).closest('a[href]')
  if (link && !defaultPrevented) followedAt = Date.now()
  if (globalThis.pressed !== null) globalThis.pressed = (target as Element).closest('button') ?? undefined
})
