import { useEffect, useState } from 'react'
import { minutesLeft, type Queue } from './queue.ts'

/** A clock that shows whole minutes need not be looked at more often. */
const EVERY_MS = 5000

/** What is left of a queue's time, in whole minutes; 0 once it is over. */
export function useMinutesLeft(queue: Queue): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return minutesLeft(queue, Math.max(now, queue.startedAt))
}
