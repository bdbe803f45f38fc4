import { brokenPictures, paged, scroll } from './make-seeds.ts'
import { ids } from './site.ts'

/** What is the reader's own. A new page of that kind belongs here. */
export const ownPages: Record<string, string> = {
  history: 'history/',
  statistics: 'statistics/',
  marks: 'marks/',
  saved: 'saved/',
  queue: 'queue/',
  mute: 'mute/',
  offline: 'offline/',
  backup: 'backup/',
  settings: 'settings/',
}

/** A page of every kind, and those whose content is unlike others. A new page belongs here: access stories go by this list. */
export const everyPage: Record<string, string> = {
  home: './',
  category: `c/${paged.names.join('/')}/page/2/`,
  'long list': `c/${scroll.name}/`,
  author: `author/${encodeURIComponent('测试员')}/`,
  categories: 'categories/',
  archive: 'archive/',
  month: 'archive/2020/02/',
  search: `search/?q=${encodeURIComponent('书')}`,
  'on this day': 'on-this-day/?day=02-29',
  sample: `a/${ids.sample}/`,
  long: `a/${ids.long}/`,
  'broken pictures': `a/${brokenPictures.id}/`,
  ...ownPages,
  'not found': 'no/such/page/',
}
