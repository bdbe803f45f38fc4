/** The voice on its way from an article to the next: that one is opened, and its strip with it. */
let expected: { id: string; at: number } | null = null
let takenOver: string | null = null

/** Whoever opens the article later than this came by another way. */
const FOR_MS = 30_000

/** The voice will go on in another article, once that is open. */
export function handOver(id: string): void {
  expected = { id, at: performance.now() }
}

/** Whether the voice was handed over to this article; it is asked once. */
export function takeOver(id: string): boolean {
  const isExpected = expected?.id === id && performance.now() - expected.at < FOR_MS
  expected = null
  takenOver = isExpected ? id : null
  return isExpected
}

/** Whether the voice came to this article by itself, and nobody has stopped it here. */
export const isTakenOver = (id: string): boolean => takenOver === id

export function endTakeOver(): void {
  takenOver = null
}
