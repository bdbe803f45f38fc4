import type { DataRouter } from 'react-router'
import { categoryPath, homePath, newsFile } from '../../shared/addresses.ts'
import type { News } from '../../shared/article.ts'
import { dayOf, formatNearDay } from '../browse/day.ts'
import { noFilter, writeFilter } from '../browse/list-filter.ts'
import { fetchJson } from '../data/fetch-json.ts'
import { formatDate } from '../i18n/format.ts'
import type { Words } from '../i18n/language.ts'
import { keptValue } from '../storage/kept-value.ts'
import { siteName } from '../storage/site-name.ts'
import { shownToast, toast } from '../ui/toast.ts'
import { asSeen, countNews, type Seen } from './news.ts'

/** Before that, nothing is "new since". */
const AWAY_MS = 30 * 60_000

/** When this page last asked the site. */
let askedAt = Number.NEGATIVE_INFINITY
let stopWaiting = () => {}

const keptSeen = keptValue<Seen | null>(`${siteName}.seen`, asSeen)

/** On return, also to a page that was left open, tells on the home page how many articles came since the reader was here. */
export async function tellNews(router: DataRouter): Promise<void> {
  const seen = keptSeen.get()
  if (seen && Date.now() - seen.at < AWAY_MS && Date.now() >= seen.at) return
  if (Math.abs(Date.now() - askedAt) < AWAY_MS) return
  askedAt = Date.now()
  const news = await fetchJson<News>(newsFile, { newest: [[]] }).catch(error => {
    askedAt = Number.NEGATIVE_INFINITY
    throw error
  })
  const now: Seen = { at: Date.now(), ids: news.newest.map(([id]) => id) }
  const { count, isAll } = seen ? countNews(news, seen) : { count: 0, isAll: false }
  if (!seen || count === 0) {
    keptSeen.set(now)
    return
  }
  void setBadge(count)
  stopWaiting()
  stopWaiting = whenHome(router, () => {
    // A notice that waits for an answer comes first; this one has time until the next visit.
    if (shownToast()?.stays) return
    keptSeen.set(now)
    void setBadge(0)
    toast({
      words: newSince(count, isAll, seen.at),
      action: {
        words: { zh: '看未读的', en: 'See unread' },
        run: () => void router.navigate(categoryPath('') + writeFilter({ ...noFilter, isUnread: true })),
      },
      stays: true,
    })
  })
}

function newSince(count: number, isAll: boolean, at: number): Words {
  const since: Words[string] = language =>
    formatNearDay(dayOf(at), Date.now(), language) || formatDate(new Date(at).toISOString(), language)
  return isAll
    ? { zh: '{since}以来有 {count} 篇以上新文章', en: 'Over {count} new since {since}', count, since }
    : { zh: '{since}以来有 {count} 篇新文章', en: '{count} new since {since}', count, since }
}

/** Calls back once the home page is shown. @returns ends the waiting for it */
function whenHome(router: DataRouter, tell: () => void): () => void {
  const isHome = () => router.state.location.pathname === homePath
  if (isHome()) {
    tell()
    return () => {}
  }
  const unsubscribe = router.subscribe(({ navigation }) => {
    if (navigation.state !== 'idle' || !isHome()) return
    unsubscribe()
    tell()
  })
  return unsubscribe
}

/** On the app's icon, where there is one. */
async function setBadge(count: number): Promise<void> {
  await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())?.catch(() => undefined)
}
