import { queryClient } from '../data/query-client.ts'
import type { Words } from '../i18n/language.ts'
import { savedQuery } from '../saved/saved.ts'
import { toast } from '../ui/toast.ts'
import { bringPacks } from './download.ts'
import type { Pack, PackContents, PackSubject } from './pack.ts'
import { packName } from './pack.ts'
import { addPack, changePack, deletePack } from './packs.ts'
import { planOf } from './plan.ts'

/** What a pack of a subject would hold now. */
export async function planNow(subject: PackSubject): Promise<PackContents> {
  const saved = subject.of === 'saved' ? await queryClient.fetchQuery({ ...savedQuery, staleTime: 0 }) : []
  return planOf(subject, saved)
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

/** Asks the site what belongs to a pack now, and downloads what is new or has changed. */
export async function update(pack: Pack): Promise<void> {
  try {
    const contents = await planNow(pack.subject)
    await download(pack.subject, contents, pack.hasPictures)
  } catch {
    toast({
      words: { zh: '现在连不上网站，没能更新。', en: 'The site cannot be reached now: nothing was updated.' },
    })
  }
}

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
