/** Whether a value that came out of storage names an article. */
export const isArticleId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
