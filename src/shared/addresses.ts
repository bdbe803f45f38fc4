/**
 * Every address of the site, in one place. All are root-relative and percent-encoded, without the base a
 * site may be served under; `withBase` adds it.
 */

export const homePath = '/'
/** The whole category tree. */
export const categoriesPath = '/categories/'
export const historyPath = '/history/'
/** What the history adds up to. */
export const statisticsPath = '/statistics/'
/** What the reader has marked in articles. */
export const marksPath = '/marks/'
export const settingsPath = '/settings/'

/** The page of an article. */
export const articlePath = (id: string) => `/a/${id}/`

/** A page of a category list; an empty `path` is the list of everything. */
export const categoryPath = (path: string, page = 1) =>
  `/c/${path && `${path}/`}${page > 1 ? `page/${page}/` : ''}`

/** The largest categories, for the home page. */
export const homeFile = '/data/home.json'

/** The whole category tree. */
export const treeFile = '/data/tree.json'

/** An article with its body. */
export const articleFile = (id: string) => `/data/a/${id}.json`

/** A page of the catalogue; an empty `path` is the whole site. */
export const catalogueFile = (path: string, page = 1) => `/data/c/${path && `${path}/`}page-${page}.json`

/** How many articles of a list there are of each month. */
export const monthsFile = (path: string) => `/data/c/${path && `${path}/`}months.json`

/** Splits what follows `/c/` (still encoded) into category path and page number; null if it is no such address. */
export function parseCategoryPath(rest: string): { path: string; page: number } | null {
  const match = /^(.*?)(?:(?:^|\/)page\/([1-9]\d{0,6}))?\/?$/.exec(rest)
  return match && { path: match[1]!.replace(/\/$/, ''), page: Number(match[2] ?? 1) }
}

/** `/a/x/` on a site under `/reader/` is `/reader/a/x/`. */
export const withBase = (base: string, path: string) => base.replace(/\/$/, '') + path
