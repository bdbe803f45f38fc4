/** Frequent characters that only one script has, each the other's at the same place. */
const SIMPLIFIED = '们这来说为时会个国发对学动现开过还进问应业东车见长门间关头实无书话语请读写听义习万'
const TRADITIONAL = '們這來說為時會個國發對學動現開過還進問應業東車見長門間關頭實無書話語請讀寫聽義習萬'

/** So much of a text tells. */
const SAMPLE = 3000

/** Whether a Chinese text is written in Traditional characters; what says nothing counts as Simplified. */
export function isTraditional(text: string): boolean {
  let balance = 0
  for (const character of text.slice(0, SAMPLE)) {
    if (TRADITIONAL.includes(character)) balance++
    else if (SIMPLIFIED.includes(character)) balance--
  }
  return balance > 0
}
