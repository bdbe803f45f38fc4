import type { Chain } from './converter.ts'
import type { Script } from './scripts.ts'

/** The dictionaries of opencc-js, one script each, so that a reader loads those of one way only. */
const dictionaries = import.meta.glob<string>('/node_modules/opencc-js/dist/esm-lib/dict/{ST,TS,TW,HK}*.js', {
  import: 'default',
})

/** Names of dictionaries. */
interface Way {
  words: string[]
  steps: string[][]
}

const simplified = ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases']

/** As OpenCC's own configurations put them together; what is Traditional may be of Taiwan or Hong Kong. */
const ways: Record<`${'simplified' | 'traditional'}-${Script}`, Way | null> = {
  'simplified-cn': null,
  'simplified-tw': {
    words: simplified,
    steps: [
      [...simplified, 'STCharacters'],
      ['TWPhrases', 'TWVariantsPhrases', 'TWVariants'],
    ],
  },
  'simplified-hk': {
    words: simplified,
    steps: [
      [...simplified, 'STCharacters'],
      ['HKPhrases', 'HKVariantsPhrases', 'HKVariants'],
    ],
  },
  'traditional-cn': {
    words: ['TSPhrases'],
    steps: [
      ['TWPhrasesRev', 'TWVariantsRevPhrases', 'TWVariantsRev'],
      ['TSPhrases', 'TSCharacters'],
    ],
  },
  'traditional-tw': {
    words: [],
    steps: [
      ['HKVariantsRevPhrases', 'HKVariantsRev'],
      ['TWPhrases', 'TWVariantsPhrases', 'TWVariants'],
    ],
  },
  'traditional-hk': {
    words: [],
    steps: [
      ['TWVariantsRevPhrases', 'TWVariantsRev'],
      ['HKPhrases', 'HKVariantsPhrases', 'HKVariants'],
    ],
  },
}

const fileOf = (name: string) => `/node_modules/opencc-js/dist/esm-lib/dict/${name}.js`

/** Traditional characters, each with the Simplified one that it mostly stands for. */
export async function loadCharacters(): Promise<Map<string, string>> {
  const characters = await dictionaries[fileOf('TSCharacters')]!()
  return new Map(characters.split('|').map(entry => entry.split(' ') as [string, string]))
}

/** Brings the dictionaries of a way; null where only quote marks differ. */
export async function loadChain(isTraditional: boolean, script: Script): Promise<Chain | null> {
  const way = ways[`${isTraditional ? 'traditional' : 'simplified'}-${script}`]
  if (!way) return null
  const load = (names: string[]) => Promise.all(names.map(name => dictionaries[fileOf(name)]!()))
  const [words, ...steps] = await Promise.all([way.words, ...way.steps].map(load))
  return { words: words!, steps }
}
