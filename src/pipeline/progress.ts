/** How often a bar is drawn anew and, where lines scroll, a line is told; in milliseconds. */
const BAR_INTERVAL = 100
const LINE_INTERVAL = 2000

const WIDTH = 24

/** Tells how far some work has come. */
export interface Progress {
  begin(what: string, all: number): void
  /** @param done of all, counted from the beginning of this work */
  show(done: number): void
  end(): void
}

export const silent: Progress = { begin() {}, show() {}, end() {} }

export interface Stream {
  write: (text: string) => unknown
  isTTY?: boolean
}

/**
 * A bar on a terminal, with rate and time left: `Articles ███░░░ 4,200 of 10,000 · 1,830/s · 4 s left`; elsewhere, such
 * as in a log, the same without the bar as a line every two seconds, if `lines` are wanted.
 */
export function progressOn(
  stream: Stream,
  lines: boolean,
  now: () => number = () => performance.now(),
): Progress {
  const isBar = stream.isTTY === true
  let work = { what: '', all: 0 }
  let begun = 0
  let told = 0
  return {
    begin(what, all) {
      work = { what, all }
      begun = now()
      told = isBar ? Number.NEGATIVE_INFINITY : begun // a bar is there at once
    },
    show(done) {
      if (now() - told < (isBar ? BAR_INTERVAL : LINE_INTERVAL)) return
      told = now()
      const text = `${count(done)} of ${count(work.all)}${speed(done, work.all, (now() - begun) / 1000)}`
      if (isBar) stream.write(`\r${work.what} ${bar(done / Math.max(work.all, 1))} ${text}\u001b[K`)
      else if (lines) stream.write(`${work.what}: ${text}\n`)
    },
    end() {
      if (isBar) stream.write('\r\u001b[K')
    },
  }
}

function bar(share: number): string {
  const filled = Math.min(WIDTH, Math.round(WIDTH * share))
  return '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
}

function speed(done: number, all: number, seconds: number): string {
  if (done === 0) return ''
  const left = (seconds / done) * (all - done)
  return ` · ${count(Math.round(done / seconds))}/s · ${duration(left)} left`
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

const count = (number: number) => number.toLocaleString('en-US')
