import { site } from './site.ts'

/** The first moment of a day in the site's zone, in milliseconds since 1970. */
export function startOfDay(day: string): number {
  const utc = Date.parse(`${day}T00:00Z`)
  // Twice: between the guess and the day the zone may have changed its clocks.
  const guess = utc - offsetAt(utc)
  return utc - offsetAt(guess)
}

const clock = new Intl.DateTimeFormat('en-US', {
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  hourCycle: 'h23',
  timeZone: site.timeZone,
})

/** How far the clocks of the site's zone are ahead of UTC, in milliseconds. */
function offsetAt(time: number): number {
  const part = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!) - time
}
