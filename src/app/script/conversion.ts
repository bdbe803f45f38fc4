import type { Conversion } from '../article/typesetter.ts'
import { loadChain } from './chains.ts'
import { makeConverter } from './converter.ts'
import { CORNERS, HOLLOW_FIRST, setQuotes } from './quotes.ts'
import { type Script, scripts } from './scripts.ts'
import { setUpright } from './upright.ts'

/** What text is to look like; without a script that of the seed. */
export interface Wish {
  isTraditional: boolean
  script: Script | null
  isVertical: boolean
}

/** Brings what converts text. Text of the wanted script already gets its quote marks. */
export async function makeConversion({ isTraditional, script, isVertical }: Wish): Promise<Conversion> {
  const chain = script && (await loadChain(isTraditional, script))
  const isMainland = script ? script === 'cn' : !isTraditional
  const marks = isVertical ? (isMainland ? HOLLOW_FIRST : CORNERS) : script && scripts[script].marks
  const quote = (texts: string[]) => (marks ? setQuotes(texts, marks) : texts)
  return {
    convert: chain ? await makeConverter(chain) : texts => texts,
    quote: isVertical ? texts => setUpright(quote(texts)) : quote,
  }
}
