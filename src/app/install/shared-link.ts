/** What another app shared. */
export interface Shared {
  /** Of a page on the web. */
  address: string | null
  /** What it is called, as far as that app said so; may be empty. */
  title: string
}

/** A longer one is none that an article was published at. */
const LONGEST_ADDRESS = 2000
const LONGEST_TITLE = 120

/** Apps write sentences around an address, in Chinese without a space between. */
const ADDRESS = /https?:\/\/[^\s<>"'“”‘’（），。！？；：、【】《》「」]+/i

/**
 * Finds the address in what was shared: phones put it into the text, whatever it is.
 *
 * @param params `url`, `text` and `title`, as the manifest's `share_target` names them; anybody may have written them
 */
export function readShared(params: URLSearchParams): Shared {
  const [url, text, title] = ['url', 'text', 'title'].map(name => params.get(name)?.trim() ?? '')
  const address = [url!, text!, title!].map(addressIn).find(found => found !== null) ?? null
  const names = [title!, text!].map(name => name.replace(ADDRESS, ' ').replace(/\s+/g, ' ').trim())
  return { address, title: cut(names.find(name => name !== '') ?? '', LONGEST_TITLE) }
}

function addressIn(text: string): string | null {
  const [found] = ADDRESS.exec(text) ?? []
  if (!found || found.length > LONGEST_ADDRESS || !URL.canParse(found)) return null
  return new URL(found).href
}

/** The beginning of a text that is longer than that. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text
