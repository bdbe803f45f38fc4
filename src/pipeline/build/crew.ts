import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Maker, MakerSettings, Works } from './maker.ts'
import type { Answer, Share } from './worker.ts'

/** So many pieces of work go to a thread at once; of those that take long, one. */
const SHARE = 16
const LONG: (keyof Works)[] = ['run', 'segment']

/** Less work than this is done before a thread has begun. */
const FEW = 100

/** Megabytes for a thread: a heavy seed needs more than all others; what is new and mostly short-lived needs little. */
const LIMITS = { maxOldGenerationSizeMb: 700, maxYoungGenerationSizeMb: 24 }

/** Percent by which a heap grows between two thorough cleanings. */
const GROWTH = 40

/** The server bundle of a build: where makers come from. */
export interface CrewFiles {
  maker: string
  worker: string
}

/** Does work in threads or, where there is little of it, at once in this one. */
export class Crew {
  readonly #size: number
  readonly #files: CrewFiles
  readonly #settings: MakerSettings
  readonly #threads: Worker[] = []
  /** Why a thread ended, if one did. */
  readonly #ends = new Map<Worker, string>()
  #self: Maker | undefined

  /** @param size how many threads; 0 if all is to be done in this one */
  constructor(size: number, files: CrewFiles, settings: MakerSettings) {
    this.#size = size
    this.#files = files
    this.#settings = settings
  }

  /**
   * Does all of the work, in any order.
   *
   * @param count how much there is, at a guess
   * @param take is given each piece with what was made of it
   * @throws the first failure; what has begun by then ends
   */
  async all<Task extends keyof Works>(
    task: Task,
    works: Iterable<Works[Task]['work']>,
    count: number,
    take: (work: Works[Task]['work'], made: Works[Task]['made']) => void,
  ): Promise<void> {
    if (this.#size === 0 || (this.#threads.length === 0 && count <= FEW)) {
      for (const work of works) take(work, await this.#alone(task, work))
      return
    }
    this.#hire()
    const rest = works[Symbol.iterator]()
    const workUntilDone = async (thread: Worker) => {
      const size = LONG.includes(task) ? 1 : SHARE
      for (let share = next(rest, size); share.length > 0; share = next(rest, size)) {
        const made = await this.#ask(thread, { task, works: share })
        for (const [index, work] of share.entries()) take(work, made[index] as Works[Task]['made'])
      }
    }
    await Promise.all(this.#threads.map(workUntilDone))
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.terminate()))
  }

  #hire() {
    // A heap may grow to several times of what it holds before V8 cleans up; the threads and this one share a gigabyte.
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
    while (this.#threads.length < this.#size) {
      const thread = new Worker(pathToFileURL(this.#files.worker), {
        workerData: this.#settings,
        resourceLimits: LIMITS,
      })
      // It may end while nobody waits for its answer.
      thread.once('error', error => this.#ends.set(thread, error.message))
      thread.once('exit', code => this.#ends.set(thread, this.#ends.get(thread) ?? `it ended with ${code}`))
      this.#threads.push(thread)
    }
  }

  /** @throws if the thread fails at one of the works, or ends */
  async #ask(thread: Worker, share: Share): Promise<unknown[]> {
    const listening = new AbortController()
    const { signal } = listening
    try {
      if (!this.#ends.has(thread)) thread.postMessage(share)
      const answer = this.#ends.has(thread)
        ? null
        : await Promise.race([
            once(thread, 'message', { signal }).then(([answer]) => answer as Answer),
            once(thread, 'exit', { signal }).then(() => null),
          ]).catch(() => null)
      if (!answer) throw new Error(`a thread failed at ${namesOf(share)}: ${this.#ends.get(thread)}`)
      if ('failed' in answer) throw new Error(answer.failed.message)
      return answer.made
    } finally {
      listening.abort()
    }
  }

  async #alone<Task extends keyof Works>(
    task: Task,
    work: Works[Task]['work'],
  ): Promise<Works[Task]['made']> {
    if (!this.#self) {
      const module = (await import(pathToFileURL(this.#files.maker).href)) as { Maker: typeof Maker }
      this.#self = await module.Maker.open(this.#settings)
    }
    return (await this.#self[task](work as never)) as Works[Task]['made']
  }
}

function next<Work>(rest: Iterator<Work>, size: number): Work[] {
  const share: Work[] = []
  while (share.length < size) {
    const { done, value } = rest.next()
    if (done) break
    share.push(value)
  }
  return share
}

/** Where to look for what a thread failed at. */
function namesOf({ works }: Share): string {
  const names = works.map(work => {
    if (typeof work === 'string') return work
    const { path, name } = work as { path?: string; name?: string }
    return path ?? name
  })
  return names.length > 1 ? `one of ${names.join(', ')}` : names.join()
}
