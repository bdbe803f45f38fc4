import { expect, test } from 'vitest'
import type { ReadMark } from '../history/read-mark.ts'
import type { Visit } from '../history/visit.ts'
import type { Mark } from '../marks/mark.ts'
import type { MuteRule } from '../mute/mute-rule.ts'
import type { Saved } from '../saved/saved-article.ts'
import { asStored } from './as-stored.ts'
import { storedKinds } from './rules.ts'

const now = Date.UTC(2026, 10, 27)
const articleId = '00112233445566aa'

const whole = {
  visits: {
    id: 'v',
    articleId,
    title: 't',
    author: 'a',
    startedAt: now,
    seconds: 10,
    progress: 1,
    place: { block: 0, offset: 1 },
    gained: 1,
    minutes: 8,
  } satisfies Visit,
  marks: {
    id: 'm',
    articleId,
    title: 't',
    quote: 'q',
    prefix: '',
    suffix: '',
    start: 0,
    colour: 'yellow',
    note: '',
    createdAt: now,
    updatedAt: now,
  } satisfies Mark,
  saved: {
    articleId,
    title: 't',
    author: 'a',
    date: null,
    minutes: 8,
    cover: null,
    savedAt: now,
    labels: ['长文'],
  } satisfies Saved,
  readMarks: { articleId, isRead: true, markedAt: now } satisfies ReadMark,
  mutes: { id: 'r', kind: 'word', text: 'w', createdAt: now } satisfies MuteRule,
}

test.each(storedKinds)('%s: what is whole is taken as it is', kind => {
  expect(asStored[kind](whole[kind])).toBe(whole[kind])
})

const numbers = storedKinds.flatMap(kind =>
  Object.entries(whole[kind])
    .filter(([, value]) => typeof value === 'number')
    .map(([name]) => ({ kind, name })),
)

test.each(numbers)('$kind: a $name that no page could show is refused', ({ kind, name }) => {
  for (const wrong of [-1, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '1', null])
    expect(asStored[kind]({ ...whole[kind], [name]: wrong }), String(wrong)).toBeNull()
})

test.each([
  ['no word', ['']],
  ['a page', ['长'.repeat(5000)]],
  ['a number', [1]],
])('a saved article with a label that is %s is refused', (_, labels) => {
  expect(asStored.saved({ ...whole.saved, labels })).toBeNull()
})
