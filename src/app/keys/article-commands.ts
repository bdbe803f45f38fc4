import type { Summary } from '../../shared/article.ts'
import { articleQuery } from '../article/article-query.ts'
import { markOne } from '../browse/mark-with-undo.ts'
import { queryClient } from '../data/query-client.ts'
import { readStates } from '../history/read-states.ts'
import { canOpenTools, openTool } from '../reading/open-tool.ts'
import { saveOrTakeOut } from '../saved/edit-saved.ts'
import { orSaySo } from '../storage/or-say-so.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { toast } from '../ui/toast.ts'
import type { Here } from './command.ts'
import { articleIdOf } from './entries.ts'

/** The article that a command is for: the open one, or that of the entry the reader is at. */
const idOf = ({ article, entry }: Here): string => article?.id ?? articleIdOf(entry!)

export const hasArticle = ({ article, entry }: Here): boolean => article !== null || entry !== null

/** Opens the original of an article, if it has one. */
export async function openOriginal(here: Here): Promise<void> {
  const { link } = here.article ?? (await load(idOf(here)))
  if (link) window.open(link, '_blank', 'noopener,noreferrer')
  else
    toast({
      words: { zh: '这篇文章没有给出原文地址', en: 'This article does not say where its original is' },
    })
}

const load = (id: string) => queryClient.ensureQueryData(articleQuery(id))

/** Marks an article as read or, if it is, as unread. */
export async function toggleRead(here: Here): Promise<void> {
  const id = idOf(here)
  await orSaySo(async () => markOne(id, !(await readStates([id]))[id]?.isRead))
}

/** Saves an article for later or, if it was saved, takes it out. */
export async function toggleSaved(here: Here): Promise<void> {
  // The tool beside an article knows its pictures, too.
  if (here.article && canOpenTools()) openTool('save')
  else await saveOrTakeOut(here.article ?? (await summaryOf(idOf(here))))
}

/** What its list knows of an article, or else the article itself. */
async function summaryOf(id: string): Promise<Summary> {
  const lists = queryClient.getQueriesData<{ articles?: Summary[] }>({ queryKey: ['catalogue'] })
  for (const [, list] of lists) {
    const found = list?.articles?.find(article => article.id === id)
    if (found) return found
  }
  return load(id)
}

/** Does something that may fail for want of a network, and says so. */
export const orTellNotLoaded =
  (work: (here: Here) => Promise<void>) =>
  (here: Here): Promise<unknown> =>
    work(here).catch(tellNotLoaded)
