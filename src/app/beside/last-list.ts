const KEY = 'shiye.list'

/** Notes the list that the reader looks at: articles that are opened from it are shown beside it. */
export function noteList(list: string): void {
  try {
    sessionStorage.setItem(KEY, list)
  } catch {
    // The list of the article's category will stand beside it.
  }
}

/** The list that this tab last showed; null if it was none. */
export function lastList(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
