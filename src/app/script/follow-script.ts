import type { Conversion } from '../article/typesetter.ts'
import { loadTypesetter, setBlocks } from '../article/typography.ts'
import { whenNear } from '../article/when-near.ts'
import { isLong } from '../history/reading-place.ts'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { toast } from '../ui/toast.ts'
import type { Wish } from './conversion.ts'
import { type Script, scriptOf, scripts } from './scripts.ts'
import { isTraditional } from './source.ts'

/** What the seed says, of what is around the body of an article. */
interface Source {
  lang: string
  title: string
  isTraditional: boolean
}

/** Whether text is converted: it goes on in the next article, until somebody says otherwise. */
let isConverting = false

/** By `<article>`: what is shown may be another script already. */
const sources = new WeakMap<Element, Source>()

/** Shows an article in the script that the reader has chosen, and follows the choice until `signal`. */
export function followScript(body: HTMLElement, signal: AbortSignal): void {
  const article = body.closest('article')!
  if (!/^zh/i.test(article.lang)) return
  // Another article may have left its conversion behind.
  let shownChoice = isConverting ? '' : 'null false'
  let showing = new AbortController()
  const follow = () => {
    const script = scriptOf(keptChoice('script') ?? '')
    const isVertical = keptChoice('direction') === 'vertical'
    const choice = `${script} ${isVertical}`
    if (choice === shownChoice) return
    shownChoice = choice
    showing.abort()
    showing = new AbortController()
    show({ article, body, script, isVertical }, showing.signal).catch(() => {
      shownChoice = '' // the next time may succeed
      tellMissing()
    })
  }
  const unsubscribe = subscribeSettings(follow)
  signal.addEventListener('abort', () => {
    unsubscribe()
    showing.abort()
  })
  follow()
}

interface Showing {
  article: HTMLElement
  body: HTMLElement
  script: Script | null
  isVertical: boolean
}

async function show({ article, body, script, isVertical }: Showing, signal: AbortSignal) {
  const source = sourceOf(article, body)
  const [conversion] = await Promise.all([
    script || isVertical ? conversionOf({ isTraditional: source.isTraditional, script, isVertical }) : null,
    loadTypesetter(),
  ])
  if (signal.aborted) return
  globalThis.typesetter!.setConversion(conversion)
  isConverting = conversion !== null
  article.lang = script ? scripts[script].lang : source.lang
  const title = article.querySelector('h1')?.firstChild
  // React compares with what it was given, so the title stays as it is shown here.
  if (title instanceof Text)
    title.data = conversion ? conversion.quote(conversion.convert([source.title]))[0]! : source.title
  if (isLong(body)) signal.addEventListener('abort', whenNear(body.children, setBlocks))
  else await forEachInSlices(nearFirst(body), block => globalThis.typesetter!.updateText(block), signal)
}

/** The blocks in view and after, then those before. */
function nearFirst(body: HTMLElement): Element[] {
  const blocks = [...body.children]
  const first = blocks.findIndex(block => block.getBoundingClientRect().bottom > 0)
  return [...blocks.slice(first), ...blocks.slice(0, Math.max(first, 0))]
}

function sourceOf(article: HTMLElement, body: HTMLElement): Source {
  let source = sources.get(article)
  if (!source) {
    const title = article.querySelector('h1')?.textContent ?? ''
    source = { lang: article.lang, title, isTraditional: isTraditional(title + beginningOf(body)) }
    sources.set(article, source)
  }
  return source
}

/** What the seed says, up to what tells its script. */
function beginningOf(body: HTMLElement): string {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  let beginning = ''
  while (beginning.length < 3000 && texts.nextNode()) {
    const text = texts.currentNode as Text
    beginning += globalThis.typesetter?.originalOf(text) ?? text.data
  }
  return beginning
}

const conversions = new Map<string, Promise<Conversion>>()

/** Blocks tell by the conversion how they are shown, so there is one of each way. */
function conversionOf(wish: Wish): Promise<Conversion> {
  const way = JSON.stringify(wish)
  let conversion = conversions.get(way)
  if (!conversion) {
    conversion = import('./conversion.ts').then(({ makeConversion }) => makeConversion(wish))
    conversion.catch(() => conversions.delete(way))
    conversions.set(way, conversion)
  }
  return conversion
}

const tellMissing = () =>
  toast({
    words: {
      zh: '简繁转换的字典暂时无法载入，请稍后再试。',
      en: 'The dictionaries could not be loaded. Try again later.',
    },
  })
