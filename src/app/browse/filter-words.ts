import type { Words } from '../i18n/language.ts'
import { LONG, SHORT, type Sort } from './list-filter.ts'

export const filterWords = {
  unread: { zh: '未读', en: 'Unread' },
  saved: { zh: '稍后读', en: 'Saved' },
  pictures: { zh: '有图片', en: 'With pictures' },
  long: { zh: '{minutes} 分钟以上', en: '{minutes} minutes or more', minutes: LONG },
  short: { zh: '{minutes} 分钟以内', en: 'Up to {minutes} minutes', minutes: SHORT },
} satisfies Record<string, Words>

export const sortWords: Record<Sort, Words> = {
  newest: { zh: '最新在前', en: 'Newest first' },
  oldest: { zh: '最早在前', en: 'Oldest first' },
  longest: { zh: '最长在前', en: 'Longest first' },
  shortest: { zh: '最短在前', en: 'Shortest first' },
}
