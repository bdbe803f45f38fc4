import type { Visit } from '../history/visit.ts'
import type { Mark } from '../marks/mark.ts'
import type { Saved } from '../saved/saved-article.ts'

const article = 'a'.repeat(16)

export const visit = (id: string, more: Partial<Visit> = {}): Visit => ({
  id,
  articleId: article,
  title: '渡口',
  author: '',
  startedAt: 1_790_000_000_000,
  seconds: 10,
  progress: 0.5,
  place: { block: 1, offset: 0.5 },
  ...more,
})

export const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  id,
  articleId: article,
  title: '渡口',
  quote: '船',
  prefix: '',
  suffix: '',
  start: 0,
  colour: 'yellow',
  note: '',
  createdAt: 5,
  updatedAt: 5,
  ...more,
})

export const saved = (digit: string, labels: string[] = []): Saved => ({
  articleId: digit.repeat(16),
  title: '渡口',
  author: '',
  date: null,
  minutes: 3,
  cover: null,
  savedAt: 7,
  labels,
})

/** Titles and names that would do harm where texts are taken for more than texts. */
export const attacks = [
  '<img src=x onerror=alert(1)>',
  '"></script><script>alert(1)</script>',
  '__proto__',
  '‮\u0000￿',
  "javascript:alert('1')",
]
