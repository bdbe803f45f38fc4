/** An article that would fit into a queue. */
export interface Candidate {
  id: string
  /** Minutes that this reader will need; more than 0. */
  minutes: number
}

/** Times are told apart by so much of a minute. */
const STEP = 1 / 10
/** Nobody minds a queue that ends so much earlier, as a share of the time, if newer articles are in it. */
const SLACK = 0.05
/** What a minute of the oldest candidate is worth, beside one of the newest. */
const WORTH_OF_OLDEST = 0.4
/** What is left of an article's worth once it has been in another mix. */
const WORTH_OF_SEEN = 0.1
/** More are not looked at: the time for it grows with their number. */
const MOST_CANDIDATES = 150

/**
 * Picks articles that fill a time as well as can be and never go over it; of queues that fill it about as well, the
 * one with newer articles. The same candidates always give the same queue.
 *
 * @param candidates without duplicates, newest first
 * @param mix 0 is the first; each of the next prefers articles that were in none before
 * @returns them in the order of the candidates; empty if none fits
 */
export function fillQueue<T extends Candidate>(candidates: readonly T[], minutes: number, mix = 0): T[] {
  const looked = candidates.slice(0, MOST_CANDIDATES)
  const seen = new Set<T>()
  let queue = fill(looked, minutes, seen)
  for (let turn = 1; turn <= mix; turn++) {
    for (const article of queue) seen.add(article)
    if (looked.every(article => seen.has(article) || article.minutes > minutes)) {
      // All that fit have had their turn, and the last mix is not the next.
      seen.clear()
      for (const article of queue) seen.add(article)
    }
    queue = fill(looked, minutes, seen)
  }
  return queue
}

/** The knapsack of 0 and 1, by what each total of steps is worth at most. */
function fill<T extends Candidate>(candidates: readonly T[], minutes: number, seen: ReadonlySet<T>): T[] {
  const room = Math.floor(minutes / STEP + 1e-6)
  const sizes = candidates.map(article => Math.max(1, Math.ceil(article.minutes / STEP - 1e-6)))
  const worth = new Float64Array(room + 1).fill(Number.NEGATIVE_INFINITY)
  worth[0] = 0
  /** Whether the best of each total, among the first candidates, holds the last of them. */
  const taken = candidates.map((article, index) => {
    const isTaken = new Uint8Array(room + 1)
    const size = sizes[index]!
    const gain = size * worthOf(index, candidates.length, seen.has(article))
    for (let total = room; total >= size; total--) {
      const other = worth[total - size]! + gain
      if (other <= worth[total]!) continue
      worth[total] = other
      isTaken[total] = 1
    }
    return isTaken
  })

  let total = bestTotal(worth)
  const queue: T[] = []
  for (let index = candidates.length - 1; index >= 0; index--)
    if (taken[index]![total]) {
      queue.unshift(candidates[index]!)
      total -= sizes[index]!
    }
  return queue
}

function worthOf(index: number, count: number, isSeen: boolean): number {
  const age = count > 1 ? index / (count - 1) : 0
  return (1 - age * (1 - WORTH_OF_OLDEST)) * (isSeen ? WORTH_OF_SEEN : 1)
}

/** Among the totals that fill the time about as well as the fullest, the most worth. */
function bestTotal(worth: Float64Array): number {
  let fullest = worth.length - 1
  while (worth[fullest] === Number.NEGATIVE_INFINITY) fullest--
  let best = fullest
  for (let total = fullest; total >= fullest * (1 - SLACK); total--)
    if (worth[total]! > worth[best]!) best = total
  return best
}
