/** How often a bar is drawn anew, in milliseconds. */
const INTERVAL = 100

const WIDTH = 30

/** A bar on a terminal, `███░░░  120 of 300`; on anything else, such as a file or a pipe, nothing at all. */
export function progressBar(stream: { write: (text: string) => unknown; isTTY?: boolean }) {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  let drawn = 0
  return {
    show(done: number, all: number) {
      if (performance.now() - drawn < INTERVAL) return
      drawn = performance.now()
      const filled = Math.round((WIDTH * done) / Math.max(all, 1))
      stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${done} of ${all}`)
    },
    clear() {
      stream.write('\r\u001b[K')
    },
  }
}
