/**
 * Runs in the head of a prerendered article, as an inline script that the build makes of it: every block is set as
 * soon as the parser is past it, before it is painted, so that nothing moves.
 */
import { originalOf, setConversion, updateText } from './typesetter.ts'

/** For the app, which takes over the body as its seed has it. */
const typesetter = { updateText, originalOf, setConversion, html: '' }
globalThis.typesetter = typesetter

let done = 0
function catchUp(): void {
  const body = document.querySelector('.article-body')
  const isLong = body?.firstElementChild?.className === 'article-part'
  // Of a long body only what comes first: the app sets the other parts when the reader comes near.
  const blocks = isLong ? body!.firstElementChild!.children : body?.children
  // While the document loads, the last block may not be whole.
  const isLoading = document.readyState === 'loading' ? 1 : 0
  for (; blocks?.[done + isLoading]; done++) {
    if (!isLong) typesetter.html += blocks[done]!.outerHTML
    updateText(blocks[done]!)
  }
  if (isLong && body!.children.length > 1) parser.disconnect()
}

const parser = new MutationObserver(catchUp)
parser.observe(document, { childList: true, subtree: true })
// Before the app's scripts run.
document.addEventListener(
  'readystatechange',
  () => {
    parser.disconnect()
    catchUp()
  },
  { once: true },
)
