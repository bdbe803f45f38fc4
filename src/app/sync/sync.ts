import { type Entry, keptEntries } from '../backup/entries.ts'
import { applyPlan, makePlan } from '../backup/plan.ts'
import { readBackup } from '../backup/read-backup.ts'
import { Unreadable } from '../backup/unreadable.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { type Kind, kinds } from '../storage/rules.ts'
import type { Place } from './place.ts'

/** What came of a sync: how many records came here, and whether there was anything to send. */
export interface Outcome {
  came: number
  isSent: boolean
}

/** Others write too: after so many turns in a row something is wrong. */
const MAX_TURNS = 6

/**
 * Makes a shared file and this device hold the same: takes in what the file has, then writes all there is, unless
 * somebody changed the file meanwhile. Then it begins anew, so that nothing of theirs is lost.
 *
 * @throws Unreadable if the file is none of ours: it is left alone
 */
export async function syncWith(place: Place): Promise<Outcome> {
  let came = 0
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { content, mark } = await place.read()
    const held = content && (await readBackup(content)).entries
    if (held) {
      const plan = await makePlan(held, 'sync')
      await applyPlan(plan)
      came += Object.values(plan.counts).reduce(
        (sum, { added, changed, deleted }) => sum + added + changed + deleted,
        0,
      )
      if (await hasAll(held)) return { came, isSent: false }
    }
    if (await place.write(await writeBackup(), mark)) return { came, isSent: true }
  }
  throw new Unreadable({
    zh: '另一台设备一直在写同一个文件，稍后会再试。',
    en: 'Another device keeps writing the same file. It will be tried again later.',
  })
}

/** Whether a file holds all that there is here. */
async function hasAll(held: Record<Kind, Entry[]>): Promise<boolean> {
  for (const kind of kinds) {
    const stamps = new Map(held[kind].map(({ id, versions }) => [id, stampsOf(versions)]))
    for await (const entries of keptEntries(kind))
      for (const { id, versions } of entries) if (stamps.get(id) !== stampsOf(versions)) return false
  }
  return true
}

const stampsOf = (versions: Entry['versions']) => versions.map(({ at }) => at).join(' ')
