import { weightOf } from './sentences.ts'

/** What is asked of the browser's voice; `speechSynthesis` does it. */
export type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'resume' | 'speaking' | 'pending'>

/** How sentences are said. */
export interface Voicing {
  lang: string
  voice: SpeechSynthesisVoice | null
  rate: number
}

/** Why there is silence: the browser waits for a press, the voice needs a network, or nobody knows. */
export type Trouble = 'not-allowed' | 'network' | 'silent'

export interface Playing {
  state: 'paused' | 'playing' | 'ended'
  /** Of the sentence that is said, or will be. */
  index: number
  trouble: Trouble | null
}

/** How often it is asked whether the voice still speaks: browsers forget to tell. */
const ASK_MS = 1000
/** Silent for so many questions, a sentence that was begun is over, */
const OVER_AFTER = 2
/** and one that was not will not be. */
const LOST_AFTER = 3
/** Nobody speaks more slowly than this. */
const slowestMs = ({ text, rate }: SpeechSynthesisUtterance) => 10_000 + (weightOf(text) * 250) / rate

/**
 * Says sentences one after another. A pause is a cancelled sentence that is said again, since phones know no other; what
 * browsers tell of a sentence that was given up is not listened to; and where they tell nothing, it goes on all the same.
 */
export class Player {
  readonly #synthesis: Synthesis
  readonly #tell: (playing: Playing) => void
  #sentences: readonly string[] = []
  #voicing: Voicing = { lang: '', voice: null, rate: 1 }
  #playing: Playing = { state: 'paused', index: 0, trouble: null }
  /** Goes up with every sentence that is begun or given up. */
  #turn = 0
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(synthesis: Synthesis, tell: (playing: Playing) => void) {
    this.#synthesis = synthesis
    this.#tell = tell
  }

  get playing(): Playing {
    return this.#playing
  }

  /** What there is to say, and which sentence the one that is said now has become. It is not interrupted. */
  load(sentences: readonly string[], index: number): void {
    this.#sentences = sentences
    this.#change({ index })
  }

  /** A sentence that is being said begins again in the new way. */
  set voicing(voicing: Voicing) {
    const { lang, voice, rate } = this.#voicing
    // Browsers make the same voice anew each time they are asked.
    const isSameVoice = voice?.voiceURI === voicing.voice?.voiceURI
    if (lang === voicing.lang && isSameVoice && rate === voicing.rate) return
    this.#voicing = voicing
    if (this.#playing.state === 'playing') this.#say(this.#playing.index)
  }

  play(index = this.#playing.state === 'ended' ? 0 : this.#playing.index): void {
    this.#failures = 0
    this.#say(index)
  }

  pause(): void {
    if (this.#playing.state !== 'playing') return
    this.#giveUp()
    this.#change({ state: 'paused' })
  }

  /** To another sentence; whoever has paused stays so. */
  skip(step: 1 | -1): void {
    const index = Math.min(this.#sentences.length - 1, Math.max(0, this.#playing.index + step))
    if (this.#playing.state === 'playing') this.play(index)
    else this.#change({ state: 'paused', index })
  }

  #say(index: number) {
    this.#giveUp()
    const text = this.#sentences[index]
    if (text === undefined) return this.#change({ state: 'ended', trouble: null })
    const turn = this.#turn
    const ifMine = (act: () => void) => () => {
      if (turn === this.#turn) act()
    }
    const utterance = new SpeechSynthesisUtterance(text)
    const { lang, voice, rate } = this.#voicing
    utterance.lang = voice?.lang ?? lang
    utterance.voice = voice
    utterance.rate = rate
    utterance.onend = ifMine(() => this.#goOn())
    utterance.onerror = ({ error }) => ifMine(() => this.#fail(error))()
    this.#change({ state: 'playing', index, trouble: null })
    // Another page may have left it paused.
    this.#synthesis.resume()
    this.#synthesis.speak(utterance)
    this.#watch(turn, utterance)
  }

  #goOn() {
    this.#failures = 0
    this.#say(this.#playing.index + 1)
  }

  /** The sentence that is said now counts no longer. */
  #giveUp() {
    this.#turn++
    clearTimeout(this.#timer)
    if (this.#synthesis.speaking || this.#synthesis.pending) this.#synthesis.cancel()
  }

  #fail(error: SpeechSynthesisErrorCode) {
    // Something else on the device wanted to speak.
    if (error === 'interrupted' || error === 'canceled') return this.pause()
    if (error === 'not-allowed') return this.#halt('not-allowed')
    if (error === 'text-too-long' || error === 'invalid-argument') return this.#goOn()
    this.#tryAgain(error === 'network' ? 'network' : 'silent')
  }

  #tryAgain(trouble: Trouble) {
    if (this.#failures++ === 0) this.#say(this.#playing.index)
    else this.#halt(trouble)
  }

  #halt(trouble: Trouble) {
    this.#giveUp()
    this.#change({ state: 'paused', trouble })
  }

  /**
   * Sees to it that there is an end, though the browser may never tell of one. It holds the utterance meanwhile: of one
   * that nobody holds Chrome tells nothing.
   */
  #watch(turn: number, utterance: SpeechSynthesisUtterance) {
    const since = performance.now()
    let isBegun = false
    let silences = 0
    const ask = () => {
      if (turn !== this.#turn) return
      const { speaking, pending } = this.#synthesis
      isBegun ||= speaking
      silences = speaking || pending ? 0 : silences + 1
      if (isBegun && silences >= OVER_AFTER) this.#goOn()
      else if (silences >= LOST_AFTER) this.#tryAgain('silent')
      else if (performance.now() - since < slowestMs(utterance)) this.#timer = setTimeout(ask, ASK_MS)
      else if (isBegun) this.#goOn()
      else this.#tryAgain('silent')
    }
    this.#timer = setTimeout(ask, ASK_MS)
  }

  #change(change: Partial<Playing>) {
    this.#playing = { ...this.#playing, ...change }
    this.#tell(this.#playing)
  }
}
