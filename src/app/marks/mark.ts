import { articlePath } from '../../shared/addresses.ts'
import type { Words } from '../i18n/language.ts'
import { isTime, isUpTo } from '../storage/records.ts'
import type { Quote } from './anchor.ts'

export const colours = {
  yellow: { zh: '黄色', en: 'Yellow' },
  green: { zh: '绿色', en: 'Green' },
  blue: { zh: '蓝色', en: 'Blue' },
  pink: { zh: '粉色', en: 'Pink' },
} satisfies Record<string, Words>

export type Colour = keyof typeof colours

export const colourNames = Object.keys(colours) as Colour[]

/** A passage that the reader has marked, and what they wrote beside it. */
export interface Mark extends Quote {
  id: string
  articleId: string
  /** As the article was called then: the list of marks stays readable without it. */
  title: string
  colour: Colour
  /** Empty where there is none. */
  note: string
  /** Milliseconds since 1970. */
  createdAt: number
  updatedAt: number
  /** The article as it was opened last does not hold the passage any more. */
  isLost?: boolean
}

/** The address, without the base, at which the article opens at the mark. */
export const markPath = ({ articleId, id }: Mark): string =>
  `${articlePath(articleId)}${MARK_HASH}${encodeURIComponent(id)}`

export const MARK_HASH = '#mark-'

/** What came out of storage, if it is a mark: a record may be from another version, or damaged. */
export function asMark(record: unknown): Mark | null {
  if (typeof record !== 'object' || record === null) return null
  const { id, articleId, title, quote, prefix, suffix, start, colour, note, createdAt, updatedAt, isLost } =
    record as Partial<Mark>
  const isWhole =
    [id, articleId, title, quote, prefix, suffix, colour, note].every(text => typeof text === 'string') &&
    isUpTo(start, Number.MAX_SAFE_INTEGER) &&
    isTime(createdAt) &&
    isTime(updatedAt) &&
    id !== '' &&
    quote !== '' &&
    /^[0-9a-f]{16}$/.test(articleId!) &&
    Object.hasOwn(colours, colour!) &&
    (isLost === undefined || typeof isLost === 'boolean')
  return isWhole ? (record as Mark) : null
}

export const hasNote = ({ note }: Mark): boolean => note.trim() !== ''
