import { Unreadable } from '../backup/unreadable.ts'
import type { Words } from '../i18n/language.ts'
import { onChange } from '../storage/changes.ts'
import { openDatabase } from '../storage/database.ts'
import { siteName } from '../storage/site-name.ts'
import { toast } from '../ui/toast.ts'
import { asDavAccount, davPlace } from './dav-place.ts'
import { filePlace, isPermitted } from './file-place.ts'
import { forgetSyncFlag, keepSyncFlag } from './is-synced.ts'
import { type Partner, setPartner, showSync, syncPartner, syncState } from './state.ts'
import { syncWith } from './sync.ts'

/** After the last change; typing a note makes many. */
const QUIET_MS = 5000
/** While changes go on, as they do in reading; longer where one sync takes long. */
const AT_LEAST_EVERY_MS = 60_000
const SHARE_OF_TIME = 50
/** After a failure; twice as long after each that follows. */
const AGAIN_MS = 60_000
const AGAIN_AFTER_AT_MOST_MS = 3_600_000

let starting: Promise<void> | undefined

/** Begins to keep in sync with what was chosen before, if anything was. */
export function startSync(): Promise<void> {
  starting ??= start()
  starting.catch(() => {
    starting = undefined // storage may be well again by the next time
  })
  return starting
}

async function start(): Promise<void> {
  const kept = (await (await openDatabase()).get('own', 'sync')) as Partner | undefined
  if (kept?.kind === 'file' && typeof kept.handle?.getFile === 'function') setPartner(kept)
  const account = kept?.kind === 'dav' ? asDavAccount(kept.account) : null
  if (account) setPartner({ kind: 'dav', account })
  onChange(syncSoon)
  // Coming back for what others did, going away with what was done here.
  document.addEventListener('visibilitychange', () => void syncNow())
  addEventListener('online', () => void syncNow())
  if (syncPartner()) {
    showSync({ is: 'waiting' })
    await syncNow()
  }
}

let timer: ReturnType<typeof setTimeout> | undefined
let firstChange: number | null = null
let lastTook = 0

function syncSoon(): void {
  if (!syncPartner()) return
  clearTimeout(timer)
  firstChange ??= Date.now()
  const longest = Math.max(AT_LEAST_EVERY_MS, lastTook * SHARE_OF_TIME)
  const left = firstChange + longest - Date.now()
  timer = setTimeout(() => void syncNow(), Math.max(0, Math.min(QUIET_MS, left)))
}

/** Chooses what to sync through, and does so at once; null ends it. */
export async function chooseSync(chosen: Partner | null): Promise<void> {
  await startSync()
  const database = await openDatabase()
  if (chosen) await database.put('own', chosen, 'sync')
  else await database.delete('own', 'sync')
  setPartner(chosen)
  if (chosen) keepSyncFlag()
  else forgetSyncFlag()
  showSync(chosen ? { is: 'waiting' } : { is: 'off' })
  if (chosen) await syncNow(true)
}

let isBusy = false
let failures = 0

/** @param isPressed the reader asked for it, so the browser may ask them in turn */
export async function syncNow(isPressed = false): Promise<void> {
  const partner = syncPartner()
  if (!partner) return
  if (isBusy) return syncSoon()
  isBusy = true
  clearTimeout(timer)
  firstChange = null
  const start = performance.now()
  try {
    if (partner.kind === 'file' && !(await isPermitted(partner.handle, isPressed))) return askLater()
    const before = syncState()
    if (before.is !== 'done' || isPressed) showSync({ is: 'busy' })
    const place = partner.kind === 'file' ? filePlace(partner.handle) : davPlace(partner.account)
    const outcome = await alone(() => syncWith(place))
    // What came in is told as a change too, and nothing comes of that.
    const isNews = outcome.came > 0 || outcome.isSent || before.is !== 'done'
    showSync({ is: 'done', at: Date.now(), outcome: isNews ? outcome : before.outcome })
    failures = 0
  } catch (error) {
    showSync({ is: 'failed', at: Date.now(), why: reasonOf(error) })
    timer = setTimeout(() => void syncNow(), Math.min(AGAIN_MS * 2 ** failures++, AGAIN_AFTER_AT_MOST_MS))
  } finally {
    isBusy = false
    lastTook = performance.now() - start
  }
}

/** Two tabs of one device take turns. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? (navigator.locks.request(`${siteName}.sync`, work) as Promise<T>) : work()

let isAsked = false

function askLater(): void {
  showSync({ is: 'unpermitted' })
  if (isAsked) return
  isAsked = true
  toast({
    words: { zh: '同步文件要你再允许一次', en: 'The sync file needs your permission again' },
    action: { words: { zh: '允许', en: 'Allow' }, run: () => void syncNow(true) },
  })
}

function reasonOf(error: unknown): Words {
  if (error instanceof Unreadable) return error.words
  const { name } = error as Error
  if (name === 'NotFoundError')
    return {
      zh: '找不到同步文件：它可能被移走或改名了。请重新选择。',
      en: 'The sync file is not there: it may have been moved or renamed. Choose it again.',
    }
  return {
    zh: '同步没有成功（{name}），会再试。这台设备上的数据没有少。',
    en: 'It did not sync ({name}), and will be tried again. Nothing is missing on this device.',
    name,
  }
}
