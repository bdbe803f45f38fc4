import { pagefind, pagefindPairs } from './pagefind.mjs'
import { shiye } from './shiye.mjs'
import { readTexts, wholeText } from './texts.mjs'

/**
 * What is compared. Each engine prepares a folder, which is to be the root of a host, writes its index of a site's articles
 * there, and looks there in a browser: `showFirst` makes the first ten results with their texts, `findAll` finds out all there
 * are. These two run in the page, and so can use nothing around them.
 */
export const engines = { pagefind, pagefindPairs, shiye }

/** No engine: what reading the articles alone takes. */
export const reading = {
  writeIndex(site) {
    for (const text of readTexts(site)) wholeText(text)
  },
}
