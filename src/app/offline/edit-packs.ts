import { queryClient } from '../data/query-client.ts'
import type { Words } from '../i18n/language.ts'
import { savedQuery } from '../saved/saved.ts'
import { toast } from '../ui/toast.ts'
import { checkPacks } from './check-packs.ts'
import { bringPacks } from './download.ts'
import type { Pack, PackContents, PackSubject } from './pack.ts'
import { packName } from './pack.ts'
import { openPacks } from './pack-store.ts'
import { addPack, changePack, deletePack, readPacks } from './packs.ts'
import { planOf } from './plan.ts'

/** What a pack of a subject would hold now. */
export async function planNow(subject: PackSubject): Promise<PackContents> {
  if (subject.of !== 'saved') return planOf(subject, [], [])
  const saved = await queryClient.fetchQuery({ ...savedQuery, staleTime: 0 })
  return planOf(subject, saved, await (await openPacks()).getAll('articles'))
}

/** Asks for a pack and for room that the browser does not take back. */
export const download = (subject: PackSubject, contents: PackContents, hasPictures: boolean): Promise<void> =>
  orSaySo(async () => {
    // Some browsers ask the reader: this press is the moment that explains why.
    void navigator.storage?.persist?.().catch(() => false)
    await addPack(subject, contents, hasPictures)
    toast({
      words: { zh: '开始下载“{name}”', en: 'Downloading “{name}”', name: packName(subject) },
    })
    goOn()
  })

export const pause = ({ id }: Pack): Promise<void> =>
  orSaySo(async () => void (await changePack(id, { state: 'paused', problem: null })))

export const resume = ({ id }: Pack): Promise<void> =>
  orSaySo(async () => {
    await changePack(id, { state: 'running', problem: null, failed: 0 })
    goOn()
  })

/** Asks the site what belongs to a pack now, and downloads what is new or has changed; without a network, once there is one. */
export async function update(pack: Pack): Promise<void> {
  try {
    if (!navigator.onLine && (await changePack(pack.id, { isUpdateWanted: true }))) {
      toast({
        words: { zh: '没有网络，联网后会更新。', en: 'There is no network: it is updated once there is.' },
      })
      return
    }
    const contents = await planNow(pack.subject)
    await download(pack.subject, contents, pack.hasPictures)
  } catch {
    toast({
      words: { zh: '现在连不上网站，没能更新。', en: 'The site cannot be reached now: nothing was updated.' },
    })
  }
}

/** To look through all that lies there takes a while: once for each time that the app is opened. */
let checked: Promise<void> | undefined

/** Does what was asked for without a network, or was under way when the app was closed. */
export async function goOnWithPacks(): Promise<void> {
  checked ??= checkPacks().catch(() => undefined)
  await checked
  // If the site cannot be reached, it stays wanted.
  for (const { subject, hasPictures, isUpdateWanted } of await readPacks())
    if (isUpdateWanted) await addUpdated(subject, hasPictures).catch(() => undefined)
  await bringPacks()
}

const addUpdated = async (subject: PackSubject, hasPictures: boolean): Promise<void> =>
  addPack(subject, await planNow(subject), hasPictures)

export const remove = (pack: Pack): Promise<void> =>
  orSaySo(async () => {
    await deletePack(pack.id)
    toast({
      words: { zh: '已删除离线包“{name}”', en: 'Deleted the pack “{name}”', name: packName(pack.subject) },
      action: { words: { zh: '重新下载', en: 'Download again' }, run: () => void update(pack) },
    })
  })

function goOn(): void {
  bringPacks().catch(() => toast({ words: refused }))
}

const refused: Words = {
  zh: '没能下载：浏览器不允许这个网站存放数据。',
  en: 'It could not be downloaded: the browser does not let this site keep data.',
}

async function orSaySo(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch {
    toast({ words: refused })
  }
}
