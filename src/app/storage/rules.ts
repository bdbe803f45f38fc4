import type { Visit } from '../history/visit.ts'
import type { Mark } from '../marks/mark.ts'
import type { Saved } from '../saved/saved-article.ts'

/** What the reader has here. Settings are kept elsewhere, but have versions like the rest. */
export type Kind = 'visits' | 'marks' | 'saved' | 'readMarks' | 'mutes' | 'settings'
/** Those that have a store of their own. */
export type StoredKind = Exclude<Kind, 'settings'>

export const storedKinds: StoredKind[] = ['visits', 'marks', 'saved', 'readMarks', 'mutes']
/** All, in the order in which files have them. */
export const kinds: Kind[] = [...storedKinds, 'settings']

/** How what two devices did with one record at the same time comes together. */
export interface Rules {
  /** The name of the key. */
  key: 'id' | 'articleId' | 'name'
  /** When a record was written that is older than the log. */
  timeOf: (record: object) => number
  /** Whether the last write by the clock holds, even if that is a deletion. Else what somebody changed meanwhile stays. */
  isByClock?: boolean
  /** Whatever is looked at by itself. */
  fieldsOf?: (record: object) => Record<string, unknown>
  /**
   * Makes one record of several.
   *
   * @param records the last written last
   * @param valuesOf a field: those that stand, the last chosen last
   */
  join?: (records: object[], valuesOf: (field: string) => unknown[]) => object
}

/** How rules are written down for records of one type. */
interface TypedRules<Record> {
  key: keyof Record & Rules['key']
  timeOf: (record: Record) => number
  isByClock?: boolean
  fieldsOf?: (record: Record) => { [field: string]: unknown }
  join?: (records: Record[], valuesOf: (field: string) => unknown[]) => Record
}

const rulesFor = <Record extends object>(rules: TypedRules<Record>) => rules as unknown as Rules

export const rulesOf: Record<Kind, Rules> = {
  visits: rulesFor<Visit>({ key: 'id', timeOf: visit => visit.startedAt, join: joinVisits }),
  marks: rulesFor<Mark>({
    key: 'id',
    timeOf: mark => mark.updatedAt,
    fieldsOf: ({ note, colour }) => ({ note, colour }),
    join: joinMarks,
  }),
  saved: rulesFor<Saved>({
    key: 'articleId',
    timeOf: saved => saved.savedAt,
    fieldsOf: ({ labels }) => Object.fromEntries(labels.map(label => [LABEL + label, true])),
    join: joinSaved,
  }),
  readMarks: rulesFor<{ articleId: string; markedAt: number }>({
    key: 'articleId',
    timeOf: mark => mark.markedAt,
    isByClock: true,
  }),
  mutes: rulesFor<{ id: string; createdAt: number }>({
    key: 'id',
    timeOf: rule => rule.createdAt,
    isByClock: true,
  }),
  settings: rulesFor<{ name: string }>({ key: 'name', timeOf: () => 0, isByClock: true }),
}

export const idOf = (kind: Kind, record: object): string =>
  (record as Record<string, string>)[rulesOf[kind].key]!

/** The one that came further, with the most of all that was counted. */
function joinVisits(visits: Visit[]): Visit {
  const furthest = visits.reduce((a, b) => (isFurther(a, b) ? a : b))
  const most = (numberOf: (visit: Visit) => number | undefined) =>
    Math.max(...visits.map(visit => numberOf(visit) ?? 0))
  return {
    ...furthest,
    seconds: most(visit => visit.seconds),
    ...(visits.some(visit => visit.gained !== undefined) && { gained: most(visit => visit.gained) }),
  }
}

const isFurther = (a: Visit, b: Visit) =>
  a.progress !== b.progress ? a.progress > b.progress : a.seconds > b.seconds

/** A note written on two devices keeps both texts, unless one holds the other; of two colours the later holds. */
function joinMarks(marks: Mark[], valuesOf: (field: string) => unknown[]): Mark {
  return {
    ...marks.at(-1)!,
    note: joinNotes(valuesOf('note') as string[]),
    colour: valuesOf('colour').at(-1) as Mark['colour'],
    updatedAt: Math.max(...marks.map(mark => mark.updatedAt)),
  }
}

/** All of several notes that were written of one mark at once, different as they are. */
export const joinNotes = (notes: string[]): string =>
  notes
    .filter((note, at) => !notes.some((other, otherAt) => otherAt !== at && other.includes(note)))
    .join('\n\n')

const LABEL = 'label:' // a label may have any name, `__proto__` too

/** Labels that either device gave, without those that either took away. */
function joinSaved(articles: Saved[], valuesOf: (field: string) => unknown[]): Saved {
  const labels = new Map<string, string>()
  for (const label of articles.flatMap(saved => saved.labels)) {
    // To the reader they are one, as `isSameLabel` says.
    const name = label.normalize('NFKC').toLowerCase()
    if (!labels.has(name) && valuesOf(LABEL + label).includes(true)) labels.set(name, label)
  }
  return { ...articles.at(-1)!, labels: [...labels.values()] }
}
