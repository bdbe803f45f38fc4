import type { Colour, Mark } from './mark.ts'
import { hasNote } from './mark.ts'

export interface MarkFilter {
  /** In the quote, the note or the title, whatever the case. */
  search: string
  colour: Colour | null
  isNoted: boolean
}

export function filterMarks(marks: Mark[], { search, colour, isNoted }: MarkFilter): Mark[] {
  const words = search.trim().toLowerCase()
  return marks.filter(
    mark =>
      (!colour || mark.colour === colour) &&
      (!isNoted || hasNote(mark)) &&
      `${mark.quote}\n${mark.note}\n${mark.title}`.toLowerCase().includes(words),
  )
}

/** The marks of one article. */
export interface ArticleMarks {
  articleId: string
  /** As its newest mark knows it. */
  title: string
  marks: Mark[]
}

/** Marks by article: that with the newest mark comes first, and so on; the order of its marks stays. */
export function groupByArticle(marks: Mark[]): ArticleMarks[] {
  const groups = new Map<string, ArticleMarks>()
  for (const mark of marks) {
    const { articleId, title } = mark
    const group = groups.get(articleId)
    if (group) group.marks.push(mark)
    else groups.set(articleId, { articleId, title, marks: [mark] })
  }
  return [...groups.values()]
}

/** As much of the groups as holds so many marks. */
export function firstMarks(groups: ArticleMarks[], limit: number): ArticleMarks[] {
  const first: ArticleMarks[] = []
  let left = limit
  for (const group of groups) {
    if (left <= 0) break
    first.push({ ...group, marks: group.marks.slice(0, left) })
    left -= group.marks.length
  }
  return first
}
