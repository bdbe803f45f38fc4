/**
 * Every address of the site, in one place. All are root-relative and percent-encoded, without the base a
 * site may be served under; `withBase` adds it.
 */

export const homePath = '/'
/** The whole category tree. */
export const categoriesPath = '/categories/'
/** Years and months with their articles. */
export const archivePath = '/archive/'
/** What was published on a day of former years. */
export const onThisDayPath = '/on-this-day/'
/** Opens some article. */
export const randomPath = '/random/'
/** Opens what is shared with the app, `?url=`. */
export const openPath = '/open/'
export const historyPath = '/history/'
/** What the history adds up to. */
export const statisticsPath = '/statistics/'
/** What the reader has marked in articles. */
export const marksPath = '/marks/'
/** What the reader keeps for later. */
export const savedPath = '/saved/'
/** A set of articles for the time that the reader has. */
export const queuePath = '/queue/'
/** What the reader does not want to see in lists. */
export const mutePath = '/mute/'
/** Where the reader's data is backed up, restored and synced. */
export const backupPath = '/backup/'
/** What is kept for reading without a network. */
export const offlinePath = '/offline/'
/** What is searched stands in `?q=`. */
export const searchPath = '/search/'
export const settingsPath = '/settings/'

/** The page of an article. */
export const articlePath = (id: string) => `/a/${id}/`

/*
 * A list has a name, which its pages and files begin with: `c/新媒体/ZAKER`, `author/张三`, `archive/2024/03`, percent-encoded.
 */

/** The list of a category; an empty `path` is everything. */
export const categoryList = (path: string) => (path ? `c/${path}` : 'c')

/** The list of a month, `2024-03`, or of what has no date. */
export const monthList = (month: string | null) => `archive/${month?.replace('-', '/') ?? 'undated'}`

/** A page of a list. */
export const listPath = (list: string, page = 1) => `/${list}/${page > 1 ? `page/${page}/` : ''}`

/** A category's page. */
export const categoryPath = (path: string) => listPath(categoryList(path))

/** The largest categories, for the home page. */
export const homeFile = '/data/home.json'

/** The whole category tree. */
export const treeFile = '/data/tree.json'

/** An article with its body. */
export const articleFile = (id: string) => `/data/a/${id}.json`

/** A page of a list. */
export const listFile = (list: string, page = 1) => `/data/${list}/page-${page}.json`

/** How many rows of a list there are of each month. */
export const monthsFile = (list: string) => `/data/${list}/months.json`

/** What choosing among the articles of a list needs; `number` is counted from 1. */
export const listIndexFile = (list: string, number: number) => `/data/${list}/index-${number}.json`

/** What keeping the articles of a list must know; `number` is counted from 1. */
export const packFile = (list: string, number: number) => `/data/${list}/pack-${number}.json`

/** The articles that came last. */
export const newsFile = '/data/news.json'

/** How many articles each month of the site has. */
export const archiveFile = '/data/archive.json'

/** How many articles each day of the year has. */
export const daysFile = '/data/on-this-day/days.json'

/** The articles of a day of the year, `07-09`. */
export const onThisDayFile = (day: string) => `/data/on-this-day/${day}.json`

/** What the search index of the site consists of. */
export const searchFile = '/data/search/index.json'

/** What a segment of it holds. Its name changes with its content. */
export const segmentFile = (segment: string) => `/data/search/${segment}/segment.json`

/** Some terms of a segment and the articles they stand in; `number` is counted from 1. */
export const termsFile = (segment: string, number: number) => `/data/search/${segment}/terms-${number}.bin`

/** Some articles of a segment; `number` is counted from 1. */
export const segmentArticlesFile = (segment: string, number: number) =>
  `/data/search/${segment}/articles-${number}.bin`

/** Splits a path into the name of a list and the number of a page. */
export function parseListPath(path: string): { list: string; page: number } {
  const [, list, page] = /^\/?(.*?)(?:\/page\/([1-9]\d{0,6}))?\/?$/s.exec(path)!
  return { list: list!, page: Number(page ?? 1) }
}

/** `/a/x/` on a site under `/reader/` is `/reader/a/x/`. */
export const withBase = (base: string, path: string) => base.replace(/\/$/, '') + path
