/** On a line that connects and brings nothing, what is on the device is better than waiting longer. */
export const PATIENCE_MS = 6000

/** Fetches files that share a line: while anything comes of any of them, all are waited for, however slow it is. */
export class Line {
  #underWay = 0
  #end = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @throws if the line is broken, or has been silent for too long */
  async get(address: string): Promise<{ response: Response; bytes: Uint8Array }> {
    this.#underWay++
    this.#hear()
    try {
      const response = await fetch(address, { signal: this.#end.signal })
      const counted = response.body?.pipeThrough(new TransformStream({ transform: this.#pass }))
      return { response, bytes: new Uint8Array(await new Response(counted).arrayBuffer()) }
    } finally {
      this.#underWay--
      if (this.#underWay === 0) clearTimeout(this.#timer)
      else this.#hear()
    }
  }

  #pass = (piece: Uint8Array, stream: TransformStreamDefaultController<Uint8Array>) => {
    this.#hear()
    stream.enqueue(piece)
  }

  #hear(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#end.abort()
      this.#end = new AbortController()
    }, PATIENCE_MS)
  }
}
