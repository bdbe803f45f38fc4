import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Player, type Playing, type Voicing } from './player.ts'

/** The voice of a browser: it says what it was given when the test says so, and tells as much of it as it likes. */
class FakeSynthesis {
  queue: FakeUtterance[] = []
  said: string[] = []
  /** Whether it tells what happens to a sentence. */
  tells = true
  speaking = false
  pending = false
  resume = vi.fn()
  speak(utterance: SpeechSynthesisUtterance) {
    this.queue.push(utterance as unknown as FakeUtterance)
    this.pending = true
  }
  cancel() {
    const given = this.queue.splice(0)
    this.speaking = this.pending = false
    // Told later, as browsers do.
    for (const utterance of given) queueMicrotask(() => utterance.onerror?.({ error: 'canceled' }))
  }
  begin() {
    this.pending = false
    this.speaking = true
    this.said.push(this.queue[0]!.text)
  }
  /** Says a sentence to its end. */
  finish() {
    if (!this.speaking) this.begin()
    const utterance = this.queue.shift()!
    this.speaking = false
    if (this.tells) utterance.onend?.()
  }
  fail(error: string) {
    const utterance = this.queue.shift()!
    this.speaking = this.pending = false
    utterance.onerror?.({ error })
  }
}

class FakeUtterance {
  lang = ''
  rate = 1
  voice: unknown = null
  onend?: () => void
  onerror?: (event: { error: string }) => void
  text: string
  constructor(text: string) {
    this.text = text
  }
}

let synthesis: FakeSynthesis
let player: Player
let told: Playing[]
const voicing: Voicing = { lang: 'zh-CN', voice: null, rate: 1 }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
  synthesis = new FakeSynthesis()
  told = []
  player = new Player(synthesis, playing => told.push(playing))
  player.voicing = voicing
  player.load(['一。', '二。', '三。'], 0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const now = () => `${player.playing.state} ${player.playing.index}`

test('sentences are said one after another, to the end', () => {
  player.play()
  for (const _ of [1, 2, 3]) synthesis.finish()
  expect(synthesis.said).toEqual(['一。', '二。', '三。'])
  expect(now()).toBe('ended 2')
  expect(told.at(-1)).toEqual(player.playing)
  player.play()
  synthesis.finish()
  expect(synthesis.said.at(-1)).toBe('一。')
})

test('a pause gives the sentence up, and it is said again', async () => {
  player.play()
  synthesis.finish()
  synthesis.begin()
  player.pause()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([now(), synthesis.queue]).toEqual(['paused 1', []])
  player.play()
  await vi.advanceTimersByTimeAsync(0)
  synthesis.finish()
  expect(synthesis.said).toEqual(['一。', '二。', '二。'])
  expect(now()).toBe('playing 2')
})

test('skipping stays within the text, and a pause stays one', async () => {
  player.skip(1)
  expect(now()).toBe('paused 1')
  player.play()
  player.skip(1)
  player.skip(1)
  await vi.advanceTimersByTimeAsync(0)
  expect([now(), synthesis.queue.map(({ text }) => text)]).toEqual(['playing 2', ['三。']])
  player.skip(-1)
  player.skip(-1)
  player.skip(-1)
  expect(now()).toBe('playing 0')
})

test('a new way of speaking holds from the beginning of the sentence, the same way changes nothing', () => {
  player.play()
  synthesis.begin()
  player.voicing = { ...voicing }
  expect(synthesis.said).toEqual(['一。'])
  player.voicing = { ...voicing, rate: 2 }
  expect(synthesis.queue).toMatchObject([{ text: '一。', rate: 2, lang: 'zh-CN' }])
})

test('a text that changed is taken over without a break', () => {
  player.play(1)
  synthesis.begin()
  player.load(['零。', '一。', '二。', '三。'], 2)
  synthesis.finish()
  synthesis.finish()
  expect(synthesis.said).toEqual(['二。', '三。'])
})

test('what is told of a sentence that was given up is not listened to', async () => {
  player.play()
  const [first] = synthesis.queue
  player.play(2)
  await vi.advanceTimersByTimeAsync(0)
  first!.onend?.()
  first!.onerror?.({ error: 'interrupted' })
  expect(now()).toBe('playing 2')
})

describe('a browser that does not tell', () => {
  test('of the end', async () => {
    synthesis.tells = false
    player.play()
    for (const _ of [1, 2, 3]) {
      synthesis.begin()
      await vi.advanceTimersByTimeAsync(1000)
      synthesis.finish()
      await vi.advanceTimersByTimeAsync(2500)
    }
    expect([synthesis.said, now()]).toEqual([['一。', '二。', '三。'], 'ended 2'])
  })
  test('that it is stuck', async () => {
    player.play()
    synthesis.begin()
    await vi.advanceTimersByTimeAsync(9000)
    expect(now()).toBe('playing 0')
    await vi.advanceTimersByTimeAsync(5000)
    expect(now()).toBe('playing 1')
  })
  test('that it forgot to begin: it is asked once more', async () => {
    player.play()
    synthesis.queue = []
    synthesis.pending = false
    await vi.advanceTimersByTimeAsync(3500)
    expect(synthesis.queue).toMatchObject([{ text: '一。' }])
    synthesis.finish()
    expect(now()).toBe('playing 1')
  })
  test('that it never will', async () => {
    player.play()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(player.playing).toEqual({ state: 'paused', index: 0, trouble: 'silent' })
  })
})

describe('what goes wrong', () => {
  test.each([
    ['not-allowed', 'paused 0', 'not-allowed'],
    ['interrupted', 'paused 0', null],
    ['text-too-long', 'playing 1', null],
    ['network', 'playing 0', null],
  ])('%s', (error, expected, trouble) => {
    player.play()
    synthesis.fail(error)
    expect([now(), player.playing.trouble]).toEqual([expected, trouble])
  })
  test('twice in a row', () => {
    player.play()
    synthesis.fail('network')
    synthesis.fail('network')
    expect(player.playing).toEqual({ state: 'paused', index: 0, trouble: 'network' })
    player.play()
    expect(player.playing.trouble).toBeNull()
    synthesis.fail('synthesis-failed')
    synthesis.finish()
    synthesis.fail('synthesis-failed')
    expect(now()).toBe('playing 1')
  })
})

test('nothing to say is the end', () => {
  player.load([], 0)
  player.play()
  expect(now()).toBe('ended 0')
})
