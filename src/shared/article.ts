/** The name and address of one category: `names` from section down to channel, `path` its address below `/c/`. */
export interface CategoryLink {
  names: string[]
  /** Percent-encoded, without slashes at either end; empty for the whole site. */
  path: string
}

/** One node of the category tree. `count` includes everything below it. */
export interface CategoryNode extends CategoryLink {
  count: number
  children: CategoryNode[]
}

/** The largest categories of the site, two levels of them, and how many there are in all. */
export interface CategoryDigest {
  largest: CategoryNode[]
  total: number
}

/** How many rows of a list, or articles of the site, are of a month, `2024-03` in the site's zone; null for those without a date. */
export type MonthCount = [month: string | null, count: number]

/** A picture with whatever is known of it. Sizes are CSS pixels. */
export interface Picture {
  address: string
  width?: number
  height?: number
}

/** What a list needs of an article. */
export interface Summary {
  id: string
  title: string
  /** ISO 8601 in UTC, or null if the seed has none. */
  date: string | null
  categories: CategoryLink[]
  author: string
  cover: Picture | null
  excerpt: string
  /** Whole minutes at an ordinary reading speed, at least 1. */
  minutes: number
  /** BCP 47, of the text itself. */
  lang: string
  /** In a list: older articles of it that say the same, and stand in this one's row. */
  twins?: Twin[]
}

/** An article that says the same as another. */
export interface Twin extends ArticleLink {
  /** The second name of its first category, or what there is of a source. */
  source: string
}

/** What a link to an article needs. */
export type ArticleLink = Pick<Summary, 'id' | 'title'>

/** A clean, safe, typed seed. */
export interface Article extends Summary {
  /** Clean HTML: only what `html-policy.ts` allows. */
  body: string
  updated: string | null
  tags: string[]
  /** Address of the original, if the seed names it. */
  link: string | null
  /** Where the author's articles are listed: a page, without the base; null if there is none. */
  authorPath: string | null
  /** Its neighbours in its first category. */
  newer: ArticleLink | null
  older: ArticleLink | null
  /** Others of its subject, at most four, the closest first. */
  related: ArticleLink[]
}

/** How many articles a page of a list holds. */
export const PAGE_SIZE = 20

/** How many articles a file of a list's index tells of. */
export const INDEX_SIZE = 1000

/**
 * What filters, sorts and queues need of the articles of a list of more than one page: its `ids` in order, `INDEX_SIZE`
 * to a file, and beside them in the same order all else.
 */
export interface ListIndex {
  ids: string[]
  /** Minutes since 1970, or null without a date. */
  published: (number | null)[]
  /** Of reading. */
  minutes: number[]
  hasPicture: (0 | 1)[]
  /** Where in `sources` the name stands; -1 for an article without a category. */
  source: number[]
  /** Second names of first categories; of a category of one name, that. */
  sources: string[]
}

/** What keeping the articles of a list must know of them, in its order, `INDEX_SIZE` to a file. */
export interface PackIndex {
  /** Of the list. */
  total: number
  ids: string[]
  /** Minutes since 1970, or null without a date. */
  published: (number | null)[]
  /** Of the article's data file. */
  bytes: number[]
  /** Changes with the data file. */
  digests: string[]
  /** How many there are in the text. */
  pictures: number[]
}

/** The articles that came last, the newest first, with minutes since 1970. */
export interface News {
  newest: [id: string, published: number][]
}

/** So many of them are told of. */
export const NEWS_SIZE = 200

/** What a list is of. */
export type ListSubject =
  | ({ kind: 'category' } & CategorySubject)
  | { kind: 'author'; name: string }
  | ({ kind: 'month' } & MonthSubject)

export interface CategorySubject extends CategoryLink {
  /** The largest of those directly below it. */
  children: CategoryNode[]
  /** How many there are directly below it. */
  childCount: number
  /** Those of the same source below other sections. */
  namesakes: CategoryLink[]
}

export interface MonthSubject {
  /** `2024-03` in the site's zone; null for articles without a date. */
  month: string | null
  days: DayOfMonth[]
  /** The next months that have articles. */
  newer: string | null
  older: string | null
}

/** A day that has articles. */
export interface DayOfMonth {
  day: number
  count: number
  /** The page of the list on which the first of them stands, and that one's id. */
  page: number
  id: string
}

/** One page of the catalogue: a page of a list, newest first. */
export interface CataloguePage {
  /** Its name: see `addresses.ts`. */
  list: string
  subject: ListSubject
  /** Counted from 1. */
  page: number
  pages: number
  /** How many articles there are, and how many rows they stand in: a row may hold several that say the same. */
  total: number
  rows: number
  articles: Summary[]
}

/** What was published on one day of several years: the newest at first, and not all if there are very many. */
export interface DayOfYear {
  /** `07-09` */
  day: string
  total: number
  articles: Summary[]
}

/** How many articles a day of the year has, `07-09`. */
export type DayCount = [day: string, count: number]

/** So many articles of a day of the year are told of. */
export const MOST_OF_DAY = 60
