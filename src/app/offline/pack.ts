import type { Words } from '../i18n/language.ts'

/** What a pack is of. */
export type PackSubject =
  | { of: 'list'; list: string; name: string }
  | { of: 'days'; days: number }
  | { of: 'saved' }

/** An article of a pack, as the site told of it. */
export interface PackArticle {
  id: string
  digest: string
  bytes: number
  pictures: number
}

/** What was asked for, and how far it has come. */
export interface Pack {
  id: string
  subject: PackSubject
  hasPictures: boolean
  state: 'running' | 'paused' | 'done'
  /** Why it was paused, if not by the reader; `silent` may also be said of one that is being tried. */
  problem: 'full' | 'silent' | 'lost' | null
  addedAt: number
  /** When the site was last asked what belongs to it. */
  checkedAt: number
  /** That was asked without a network, and will be done once there is one. */
  isUpdateWanted?: boolean
  articles: number
  bytes: number
  pictures: number
  articlesKept: number
  bytesKept: number
  picturesKept: number
  /** Of the pictures that tell. */
  pictureBytes: number
  /** Of the pictures, those that nobody may read, and those that were left out because enough of that kind are kept. */
  picturesUnread: number
  picturesLeft: number
  /** What could not be had. */
  failed: number
}

/** All that belongs to a pack. */
export interface PackContents {
  id: string
  articles: PackArticle[]
  /** Addresses of data files that lead to them. */
  lists: string[]
}

/** One subject has one pack. */
export const packId = (subject: PackSubject): string => {
  if (subject.of === 'list') return `list:${subject.list}`
  return subject.of === 'days' ? `days:${subject.days}` : 'saved'
}

export function packName(subject: PackSubject): Words {
  if (subject.of === 'saved') return { zh: '稍后读', en: 'Saved' }
  if (subject.of === 'days')
    return subject.days === 1
      ? { zh: '最近 1 天', en: 'The last day' }
      : { zh: '最近 {days} 天', en: 'The last {days} days', days: subject.days }
  return subject.name === ''
    ? { zh: '全部文章', en: 'All articles' }
    : { zh: '{name}', en: '{name}', name: subject.name }
}

/** The share that has come, from 0 to 1: a picture weighs as much as an article. */
export function progressOf(pack: Pack): number {
  const total = pack.articles + (pack.hasPictures ? pack.pictures : 0)
  const kept = pack.articlesKept + (pack.hasPictures ? pack.picturesKept : 0)
  if (pack.state === 'done') return 1
  return total === 0 ? 0 : Math.min(1, kept / total)
}
