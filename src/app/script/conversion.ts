import type { Conversion } from '../article/typesetter.ts'
import { loadChain } from './chains.ts'
import { makeConverter } from './converter.ts'
import { setQuotes } from './quotes.ts'
import { type Script, scripts } from './scripts.ts'

/** Brings what converts to a script. Text of that script already gets its quote marks. */
export async function makeConversion(isTraditional: boolean, script: Script): Promise<Conversion> {
  const chain = await loadChain(isTraditional, script)
  return {
    convert: chain ? await makeConverter(chain) : texts => texts,
    quote: texts => setQuotes(texts, scripts[script].marks),
  }
}
