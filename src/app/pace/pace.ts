/** Lines that go by in a minute, from a slow reader's to one who skims. */
export const PACES = [6, 8, 10, 13, 16, 20, 25, 32, 40, 50] as const

/** CSS pixels to scroll after so many milliseconds, at a pace and with lines of a height. */
export const distanceAt = (pace: number, lineHeight: number, milliseconds: number): number =>
  (pace * lineHeight * milliseconds) / 60_000

/** The next quicker pace, or slower with -1; the ends stay. */
export function nextPace(pace: number, step: 1 | -1): number {
  const index = PACES.findIndex(each => each >= pace)
  return PACES[Math.min(PACES.length - 1, Math.max(0, (index < 0 ? PACES.length : index) + step))]!
}
