import type { Article } from '../../shared/article.ts'
import { BodyText, watchText } from '../article/body-text.ts'
import { offsetInView, offsetOfPlace, placeAt, type TextPlace } from '../article/text-place.ts'
import { site } from '../data/site.ts'
import { paintRanges } from '../ui/paint-ranges.ts'
import { bringIntoView, glideIntoView, isOutOfSight, READING_LINE } from '../ui/range-view.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { way } from '../ui/way.ts'
import { takeMediaKeys } from './media-keys.ts'
import { Player, type Playing } from './player.ts'
import { type Sentence, sentencesOf, spoken } from './sentences.ts'
import { markUnspoken, UNSPOKEN } from './unspoken.ts'

/** What is told of a reading aloud. */
export interface Told extends Playing {
  count: number
  /** The reader has gone elsewhere: the page does not follow the voice. */
  isAway: boolean
}

const SPOKEN = 'spoken'

/** One article read aloud: its title, then its sentences, painted and followed as they are said. */
export class Session {
  readonly player: Player
  readonly #article: Article
  readonly #body: HTMLElement
  readonly #tell: (told: Told) => void
  readonly #over = new AbortController()
  readonly #mediaKeys: ReturnType<typeof takeMediaKeys>
  /** The text is read before anything is said. */
  readonly #ready: Promise<void>
  #reading = new AbortController()
  #text: BodyText | null = null
  /** Those of the body; the title comes before them. */
  #sentences: Sentence[] = []
  #place: TextPlace | null = null
  #isBegun = false
  #isAway = false
  #isGoing = false

  constructor(article: Article, body: HTMLElement, tell: (told: Told) => void, stop: () => void) {
    this.#article = article
    this.#body = body
    this.#tell = tell
    this.player = new Player(speechSynthesis, playing => this.#show(playing))
    this.#mediaKeys = takeMediaKeys(article.title, article.author || site.name, {
      play: () => this.player.play(),
      pause: () => this.player.pause(),
      nexttrack: () => this.player.skip(1),
      previoustrack: () => this.player.skip(-1),
      stop,
    })
    this.#ready = this.#read()
    const { signal } = this.#over
    const stopWatching = watchText(body, () => void this.#read())
    signal.addEventListener('abort', stopWatching)
    body.addEventListener('click', event => this.#press(event), { signal })
    addEventListener('scroll', () => this.#look(), { passive: true, signal })
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      addEventListener(type, () => (this.#isGoing = false), { passive: true, signal })
    document.addEventListener('visibilitychange', () => this.#follow(), { signal })
    // Chrome speaks on after the page is gone.
    addEventListener('pagehide', () => this.player.pause(), { signal })
  }

  /** Begins at what the reader sees, or at the title. */
  async begin(isFromTitle: boolean): Promise<void> {
    await this.#ready
    if (this.#over.signal.aborted) return
    this.#isBegun = true
    this.player.play(isFromTitle || this.#isTitleInView() ? 0 : this.#indexAt(this.#offsetInView()))
  }

  /** Takes the page to the voice, and has it follow again. */
  goBack(): void {
    this.#isAway = false
    bringIntoView(() => this.#rangeOf(this.player.playing.index))
    this.#show(this.player.playing)
  }

  end(): void {
    this.#over.abort()
    this.#reading.abort()
    this.player.pause()
    this.#mediaKeys.release()
    paintRanges(SPOKEN, [])
  }

  /** The text as it is now; the voice goes on at the sentence that it is at. */
  async #read(): Promise<void> {
    this.#reading.abort()
    this.#reading = new AbortController()
    const { signal } = this.#reading
    const { lang, title } = this.#article
    markUnspoken(this.#body)
    const text = new BodyText(this.#body, { without: UNSPOKEN })
    const sentences: Sentence[] = []
    await forEachInSlices(
      linesOf(text.text),
      ({ line, start }) => sentences.push(...sentencesOf(line, lang, start)),
      signal,
    )
    if (signal.aborted) return
    const offset = this.#place ? offsetOfPlace(text, this.#place) : undefined
    this.#text = text
    this.#sentences = sentences
    const { index } = this.player.playing
    const said = sentences.map(({ start, end }) => spoken(text.text.slice(start, end)))
    this.player.load([spoken(title), ...said], offset === undefined ? index : this.#indexAt(offset))
  }

  #show(playing: Playing) {
    if (this.#over.signal.aborted) return
    const range = this.#rangeOf(playing.index)
    const sentence = this.#sentences[playing.index - 1]
    this.#place = (sentence && this.#text && placeAt(this.#text, sentence.start)) ?? null
    const isShown = this.#isBegun && playing.state !== 'ended'
    paintRanges(SPOKEN, range && isShown ? [range] : [], 1)
    this.#mediaKeys.show(playing.state === 'playing')
    this.#follow()
    this.#tell({ ...playing, count: this.#sentences.length + 1, isAway: this.#isAway })
  }

  #follow() {
    const { state, index } = this.player.playing
    if (state !== 'playing' || this.#isAway || document.hidden) return
    this.#isGoing = true
    glideIntoView(() => {
      const { playing } = this.player
      return playing.index === index && !this.#isAway ? this.#rangeOf(index) : null
    })
  }

  /** The page has moved: to the voice, or away from it. */
  #look() {
    const range = this.#rangeOf(this.player.playing.index)
    const isAway = range !== null && isOutOfSight(range)
    if (this.#isGoing) {
      if (!isAway) this.#isGoing = false
      return
    }
    if (isAway === this.#isAway) return
    this.#isAway = isAway
    this.#tell({ ...this.player.playing, count: this.#sentences.length + 1, isAway })
  }

  /** A press on a sentence has it read; one on something that does something else does that. */
  #press(event: MouseEvent) {
    const target = event.target as Element
    if (event.defaultPrevented || !getSelection()?.isCollapsed) return
    // There a press turns the page.
    if (document.documentElement.dataset.way === 'paged') return
    if (target.closest('a, button, summary, input, label, img, video, audio')) return
    const caret = caretAt(event.clientX, event.clientY)
    if (!caret || !this.#text || !this.#body.contains(caret.node)) return
    this.#isAway = false
    // Beside the end of a line a press means what stands there, not what comes next.
    const isAtEnd = caret.offset > 0 && caret.offset === caret.node.textContent?.length
    this.player.play(
      this.#indexAt(this.#text.offsetOf(caret.node, isAtEnd ? caret.offset - 1 : caret.offset)),
    )
  }

  #rangeOf(index: number): Range | null {
    if (index > 0) {
      const sentence = this.#sentences[index - 1]
      return sentence && this.#text ? this.#text.rangeOf(sentence.start, sentence.end) : null
    }
    const range = document.createRange()
    range.selectNodeContents(this.#heading())
    return range
  }

  #heading = () => this.#body.closest('article')!.querySelector('h1')!

  #isTitleInView = () => way().stretchOf(this.#heading()).end > way().lineFor(READING_LINE)

  #offsetInView(): number {
    const offset = offsetInView(this.#body, this.#text!, READING_LINE)
    const line = way().lineFor(READING_LINE) - 8
    const isSeen = ({ start, end }: Sentence) =>
      start >= offset && way().stretchOf(this.#text!.rangeOf(start, end)!).start >= line
    return this.#sentences.find(isSeen)?.start ?? offset
  }

  /** The sentence at a place of the text, or the next. */
  #indexAt(offset: number): number {
    const index = this.#sentences.findIndex(({ end }) => end > offset)
    return (index < 0 ? this.#sentences.length - 1 : index) + 1
  }
}

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  let start = 0
  for (const line of text.split('\n')) {
    yield { line, start }
    start += line.length + 1
  }
}

/** Where in the text a point of the window is. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  // Safari before 26 has only the older one.
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
