import type { Article } from '../../shared/article.ts'
import { keepForOffline, picturesIn } from '../data/keep-for-offline.ts'
import { keptChoice } from '../settings/setting-store.ts'
import { onChange } from '../storage/changes.ts'
import { toast } from '../ui/toast.ts'
import { goToBeginning, way } from '../ui/way.ts'
import { beginningAfter } from './clock.ts'
import { addVisit, isVisitKept, lastVisit, newestBeginning, updateVisit } from './history.ts'
import { distanceToPlace, isLong, readingPlace, scrollToPlace } from './reading-place.ts'
import { keepShelfRoom } from './shelf-room.ts'
import { stayWhenTurned } from './stay-when-turned.ts'
import { tellRefusal } from './tell-refusal.ts'
import { isUnfinished, type Place, type Visit } from './visit.ts'

/** A crash loses no more than this much of the reader's progress. */
const SAVE_EVERY_MS = 3000

/** Nobody reads for so long without a sign: the device sleeps, or the reader has gone. */
const IDLE_MS = 300_000
/** What shows that somebody is there. */
const SIGNS = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'wheel']

/**
 * Follows the reader through an article until `signal` says that it was left: takes them back to where they were,
 * and keeps how far and how long they read. While history is paused, or storage refuses, nothing is kept.
 *
 * @param body the element whose children are the article's blocks
 */
export async function recordVisit(article: Article, body: HTMLElement, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return // left before this script came
  keepForOffline(article.id, picturesIn(body))
  stayWhenTurned(body, signal)
  const visit: Visit = {
    id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
    articleId: article.id,
    title: article.title,
    author: article.author,
    startedAt: Date.now(),
    seconds: 0,
    progress: 0, // until the reader scrolls or stays: opening is not reading
    place: readingPlace(body).place,
    gained: 0,
    minutes: article.minutes,
    ...(article.categories[0] && { category: article.categories[0].names }),
  }
  // Before anything is waited for: a reader may leave at once.
  const following = keptChoice('history') === 'off' ? null : follow(visit, body, signal)
  // Storage that refuses now may not do so later.
  const [previous, newest] = await Promise.all([
    lastVisit(article.id).catch(() => null),
    newestBeginning(visit.startedAt).catch(() => null),
  ])
  visit.startedAt = beginningAfter(visit.startedAt, newest)
  if (previous && isUnfinished(previous)) {
    visit.progress = Math.max(visit.progress, previous.progress)
    if (!signal.aborted) {
      // A long body has its true height only where it was shown: there the browser's own memory of the place is vague.
      if ((way().moved() < 10 || isLong(body)) && !location.hash) {
        goBackTo(previous, body, signal)
        visit.place = previous.place // the tab may end before the scroll is told
      } else if (offerToGoBack(previous, body, signal)) following?.holdPlace(previous.place)
    }
  }
  if (!signal.aborted) following?.save()
}

/** Takes the reader to where they left off, and says so if that is out of sight of the beginning. */
function goBackTo(previous: Visit, body: HTMLElement, left: AbortSignal): void {
  const { block, offset } = previous.place
  if (block === 0 && offset === 0) return // at the beginning, with its title
  const isThere = way().moved() >= 10 // Back, or loaded again: no news
  scrollToPlace(body, previous.place)
  if (isThere || way().moved() < way().length() / 2) return
  const dismiss = toast({
    words: { zh: '已回到上次读到的地方', en: 'Back to where you left off' },
    action: { words: { zh: '从头读', en: 'Start over' }, run: goToBeginning },
  })
  left.addEventListener('abort', dismiss)
}

/** To a reader who has scrolled already, or follows a link into the text. @returns whether it is out of sight */
function offerToGoBack({ place }: Visit, body: HTMLElement, left: AbortSignal): boolean {
  if (Math.abs(distanceToPlace(body, place) ?? 0) < way().length()) return false
  const dismiss = toast({
    words: { zh: '这篇上次没读完', en: 'You have not finished this one' },
    action: {
      words: { zh: '到上次读到的地方', en: 'Go to where you left off' },
      run: () => scrollToPlace(body, place),
    },
  })
  left.addEventListener('abort', dismiss)
  return true
}

interface Following {
  /** Saves the visit now. */
  save(): void
  /** Keeps a place in it until the reader has gone on by a window. */
  holdPlace(place: Place): void
}

/** Keeps a visit up to date while the reader reads, and saves it every few seconds and whenever the page may go. */
function follow(visit: Visit, body: HTMLElement, left: AbortSignal): Following {
  const over = new AbortController()
  const { signal } = over
  let visibleSince = document.visibilityState === 'visible' ? performance.now() : null
  let signAt = performance.now()
  let isKept = false
  let isSaved = false
  let heldFrom: number | null = null

  const look = () => {
    if (!body.isConnected) return
    const { place, progress } = readingPlace(body)
    if (heldFrom !== null && Math.abs(way().moved() - heldFrom) > way().length()) heldFrom = null
    if (heldFrom === null) visit.place = place
    visit.gained! += Math.max(0, progress - visit.progress)
    visit.progress = Math.max(visit.progress, progress)
    isSaved = false
  }
  const countTime = () => {
    if (visibleSince === null) return
    const now = performance.now()
    const end = Math.min(now, signAt + IDLE_MS)
    if (end > visibleSince) {
      visit.seconds += (end - visibleSince) / 1000
      isSaved = false
    }
    visibleSince = now
  }
  const save = (update: (visit: Visit) => Promise<unknown> = updateVisit) => {
    countTime()
    if (isSaved || signal.aborted) return
    const write = isKept ? update : addVisit
    isSaved = true
    if (isUnfinished(visit)) keepShelfRoom(true)
    write({ ...visit }).then(
      exists => {
        isKept = true
        // Deleted, here or in another tab: this visit is not to come back.
        if (exists === false) over.abort()
      },
      error => {
        isSaved = false // the next time may succeed
        tellRefusal(error)
      },
    )
  }
  const lookIfScrolled = () => {
    if (way().moved() > 0) look()
  }
  const saveAtOnce = () => {
    lookIfScrolled() // the last scroll may not have been told yet
    save(addVisit)
  }

  lookIfScrolled() // the reader may have been quicker than this script
  const timer = setInterval(() => {
    if (visibleSince !== null) look()
    save()
  }, SAVE_EVERY_MS)
  signal.addEventListener('abort', () => clearInterval(timer))
  left.addEventListener('abort', () => {
    save()
    over.abort()
  })
  // Deleted while the page is out of sight or at rest: as it goes there is no time to ask.
  const forget = onChange(async kinds => {
    if (isKept && kinds.includes('visits') && !(await isVisitKept(visit.id).catch(() => true))) over.abort()
  })
  signal.addEventListener('abort', forget)
  addEventListener('scroll', look, { passive: true, signal })
  const noteSign = () => {
    countTime() // up to here nobody may have been there
    signAt = performance.now()
  }
  for (const sign of SIGNS) addEventListener(sign, noteSign, { passive: true, signal })
  addEventListener('pagehide', saveAtOnce, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') {
        saveAtOnce()
        visibleSince = null
      } else {
        signAt = performance.now()
        visibleSince = signAt
      }
    },
    { signal },
  )
  return {
    save,
    holdPlace(place) {
      heldFrom = way().moved()
      visit.place = place
    },
  }
}
