import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fold, readTexts, wholeText } from './texts.mjs'

const HAN_RUN = /\p{Script=Han}+/gu

/** Pagefind as it is: it cuts texts into words by a dictionary, and queries by that of the browser. */
export const pagefind = engine({ name: 'Pagefind', language: 'zh-cn', cut: text => text })

/**
 * Pagefind fed with folded texts in pairs of neighbouring characters, in a language (none) whose words it leaves as they are.
 * The last character of a run stands alone too, so that every character begins a token: single ones are found as prefixes.
 */
export const pagefindPairs = engine({
  name: 'Pagefind, fed with pairs',
  language: 'und',
  cut: text => fold(text).replace(HAN_RUN, run => ` ${pairsOf(run)} ${[...run].at(-1)} `),
  cutQuery: query =>
    fold(query)
      .replace(HAN_RUN, run => ` ${pairsOf(run) || run} `)
      .trim(),
})

function pairsOf(run) {
  const characters = [...run]
  const pairs = characters.slice(1).map((character, index) => characters[index] + character)
  return pairs.join(' ')
}

function engine({ name, language, cut, cutQuery = cut }) {
  return {
    name,
    language,
    ways: {
      'as typed': cutQuery,
      'in quotes': query => `"${cutQuery(query)}"`,
    },

    async writeIndex(site, folder) {
      const { close, createIndex } = await import('pagefind')
      const { index } = await createIndex()
      for (const text of readTexts(site)) {
        const content = cut(wholeText(text))
        await index.addCustomRecord({ url: text.id, content, language, meta: { title: text.title } })
      }
      await index.writeFiles({ outputPath: join(folder, 'pagefind') })
      await close()
    },

    prepare() {},

    /** The files without which it finds or shows nothing; its ready-made interfaces are not counted. */
    isIndex: file => /\.pf_\w+$|pagefind-entry\.json$/.test(file),

    /** `noWorker`, since the policy of Shiye's pages does not let it start one. */
    async showFirst(query) {
      const pagefind = await import('/pagefind/pagefind.js')
      await pagefind.options({ noWorker: true })
      const { results } = await pagefind.search(query)
      const first = results.slice(0, 10)
      await Promise.all(first.map(result => result.data()))
      return first.map(({ id }) => id)
    },

    async findAll(query) {
      const pagefind = await import('/pagefind/pagefind.js')
      await pagefind.options({ noWorker: true })
      const { results } = await pagefind.search(query)
      return results.map(({ id }) => id)
    },

    /** Its names for articles are of its own; the texts' files tell whose they are. */
    readIds(folder) {
      const fragments = join(folder, 'pagefind/fragment')
      const ids = new Map(
        readdirSync(fragments).map(file => {
          const fragment = gunzipSync(readFileSync(join(fragments, file))).toString()
          return [file.replace('.pf_fragment', ''), JSON.parse(fragment.replace('pagefind_dcd', '')).url]
        }),
      )
      return name => ids.get(name)
    },
  }
}
