import { authorTerm, categoryTerm, PICTURE_TERM } from '../../shared/search/facts.ts'
import { foldText } from '../../shared/search/fold.ts'
import { eachTerm, type Lookup } from '../../shared/search/terms.ts'

/** What is asked of an article; all of it has to hold. */
export interface Query {
  /** Folded; somewhere in it. */
  phrases: Phrase[]
  /** Folded; nowhere in it. */
  excluded: string[]
  /** What it is, see `facts.ts`. */
  facts: Lookup[]
  isUnread: boolean
  isSaved: boolean
  /** Days of the site, `2024-03-01`: not before this one, */
  after: string | null
  /** and before this one. */
  before: string | null
  /** What of the text says nothing that can be searched for, as it was written. */
  ignored: string[]
}

export interface Phrase {
  text: string
  isInTitle: boolean
}

/** What is longer is no search. */
const LONGEST = 200

/** A word or a quoted phrase, perhaps with an operator before it. */
const PART = /(-?)(?:(in|author|title|before|after|is|has)[:：])?(?:"([^"]*)"?|(\S+))/giu

/**
 * Reads what was typed: a space means and, quotes hold a phrase together, `-` leaves out; `in:` `author:` `title:` `before:`
 * `after:` `is:` `has:` say more.
 */
export function readQuery(typed: string): Query {
  const query: Query = {
    phrases: [],
    excluded: [],
    facts: [],
    isUnread: false,
    isSaved: false,
    after: null,
    before: null,
    ignored: typed.length > LONGEST ? [`${typed.slice(LONGEST, LONGEST + 20)}…`] : [],
  }
  const text = typed.slice(0, LONGEST).replace(/[“”„]/g, '"')
  for (const [whole, minus, operator = '', quoted, word = ''] of text.matchAll(PART))
    if (!take(query, minus === '-', operator.toLowerCase(), foldText(quoted ?? word)))
      query.ignored.push(whole)
  return query
}

/** @returns whether it says anything */
function take(query: Query, isExcluded: boolean, operator: string, text: string): boolean {
  if (operator === 'is' || operator === 'has') return !isExcluded && takeState(query, `${operator}:${text}`)
  if (operator === 'before' || operator === 'after') {
    const day = firstDayOf(text)
    if (day && !isExcluded) query[operator] = day
    return day !== null && !isExcluded
  }
  if (!isSearchable(text)) return false
  if (isExcluded) query.excluded.push(text)
  else if (operator === 'in') query.facts.push({ term: categoryTerm(text), isPrefix: false })
  else if (operator === 'author') query.facts.push({ term: authorTerm(text), isPrefix: true })
  else query.phrases.push({ text, isInTitle: operator === 'title' })
  return true
}

function takeState(query: Query, state: string): boolean {
  if (state === 'has:image' || state === 'has:picture')
    query.facts.push({ term: PICTURE_TERM, isPrefix: false })
  else if (state === 'is:unread') query.isUnread = true
  else if (state === 'is:saved') query.isSaved = true
  else return false
  return true
}

/** The first day of a year, a month or a day. */
function firstDayOf(text: string): string | null {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text) ?? []
  if (!year) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  return time.getTime() && time.toISOString().startsWith(date) ? date : null
}

/** Whether an index has any term of it. */
function isSearchable(text: string): boolean {
  let count = 0
  eachTerm(text, () => count++)
  return count > 0
}

/** Whether it asks for anything. */
export const isEmpty = ({ phrases, facts, isUnread, isSaved, after, before }: Query) =>
  phrases.length + facts.length === 0 && !isUnread && !isSaved && after === null && before === null
