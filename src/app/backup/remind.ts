import { openDatabase } from '../storage/database.ts'
import { keptTimes } from './last-backup.ts'
import { leadToBackup } from './lead-to-backup.ts'
import { mayForgetSoon } from './may-forget-soon.ts'

const MONTH_MS = 30 * 24 * 3600 * 1000

/** So many visits are worth keeping, even without a mark or a saved article. */
const MANY_VISITS = 20

/** Reminds the reader to back up: once in a month at most, and only whom a cleared browser would cost something. */
export async function remindToBackUp(): Promise<void> {
  const { madeAt, remindedAt } = keptTimes.get()
  // A clock that was wrong once may not silence this for years.
  const isRecent = (time: number) => Math.abs(Date.now() - time) < MONTH_MS
  if (isRecent(madeAt) || isRecent(remindedAt) || isInstalled() || !(await hasMuch())) return
  keptTimes.set({ madeAt, remindedAt: Date.now() })
  leadToBackup(
    mayForgetSoon()
      ? {
          zh: 'Safari 会清除七天没有打开的网站的数据，备份一下更放心',
          en: 'Safari clears what sites keep after seven days without a visit. A backup is safer.',
        }
      : {
          zh: '标记和历史只在这台设备上，备份一下更放心',
          en: 'Your marks and history are on this device only. A backup is safer.',
        },
    { zh: '去备份', en: 'To the backup' },
  )
}

/** Who came only just now has better things to do. */
const LONG_AGO_MS = 3 * 24 * 3600 * 1000

const isInstalled = () =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

async function hasMuch(): Promise<boolean> {
  const database = await openDatabase()
  const longAgo = IDBKeyRange.upperBound(Date.now() - LONG_AGO_MS)
  const [marks, saved, visits] = await Promise.all([
    database.countFromIndex('marks', 'createdAt', longAgo),
    database.countFromIndex('saved', 'savedAt', longAgo),
    database.countFromIndex('visits', 'startedAt', longAgo),
  ])
  return marks > 0 || saved > 0 || visits >= MANY_VISITS
}
