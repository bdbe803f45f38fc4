/** No article is longer than this, in UTF-16 code units. */
const MAX_LENGTH = 2_500_000

/** No article has more tags and lines. Each becomes a few nodes of a tree, so this bounds the memory. */
const MAX_PIECES = 250_000

/**
 * The body as far as it can be an article's: whatever is in the seeds folder under the name of one, the build goes on.
 *
 * @returns the offset at which it was cut, or null
 */
export function cutBody(html: string): { html: string; cutAt: number | null } {
  const cutAt = endOf(html)
  return cutAt < html.length ? { html: html.slice(0, cutAt), cutAt } : { html, cutAt: null }
}

function endOf(html: string): number {
  // A piece is at least one character: nearly every body is done with here.
  if (html.length <= MAX_PIECES) return html.length
  const end = Math.min(html.length, MAX_LENGTH)
  let pieces = 0
  for (let index = 0; index < end; index++) {
    const code = html.charCodeAt(index)
    if ((code === 0x3c || code === 0x0a) && ++pieces > MAX_PIECES) return index
  }
  const isLowSurrogate = /^[\udc00-\udfff]/.test(html.slice(end, end + 1))
  return isLowSurrogate ? end - 1 : end
}
