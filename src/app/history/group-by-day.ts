import { startOfDay } from './day.ts'
import type { Visit } from './visit.ts'

/** All visits of one article on one day, newest first. */
export interface ArticleVisits {
  last: Visit
  visits: Visit[]
  seconds: number
}

/** A day of the reader's own zone: its first millisecond, and what was read on it. */
export interface Day {
  day: number
  articles: ArticleVisits[]
}

/** Groups visits, newest first, by day and article. */
export function groupByDay(visits: Visit[]): Day[] {
  const days = new Map<number, Map<string, ArticleVisits>>()
  for (const visit of visits) {
    const day = startOfDay(visit.startedAt)
    const articles = days.get(day) ?? new Map<string, ArticleVisits>()
    days.set(day, articles)
    const article = articles.get(visit.articleId) ?? {
      last: visit,
      visits: [],
      seconds: 0,
    }
    articles.set(visit.articleId, article)
    article.visits.push(visit)
    article.seconds += visit.seconds
  }
  return [...days].map(([day, articles]) => ({
    day,
    articles: [...articles.values()],
  }))
}
