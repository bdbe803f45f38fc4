import { useEffect, useState } from 'react'
import { readingPlace } from '../history/reading-place.ts'
import { way } from '../ui/way.ts'

/** A finger is never quite still. */
const SLACK = 8

/** How much of the body has come into the window (0 to 1), and whether the reader last moved downwards. */
export function useReadingProgress(body: HTMLElement): { progress: number; isGoingOn: boolean } {
  const [state, setState] = useState({ progress: 0, isGoingOn: false })
  useEffect(() => {
    let last = way().moved()
    let isGoingOn = false
    let frame = 0
    const look = () => {
      frame = 0
      if (!body.isConnected) return
      const moved = way().moved()
      if (Math.abs(moved - last) > SLACK) {
        isGoingOn = moved > last
        last = moved
      }
      // A thousand steps are more than a bar can show.
      const progress = Math.round(readingPlace(body).progress * 1000) / 1000
      setState(state =>
        state.progress === progress && state.isGoingOn === isGoingOn ? state : { progress, isGoingOn },
      )
    }
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    const sizes = new ResizeObserver(lookSoon)
    sizes.observe(body)
    addEventListener('scroll', lookSoon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      removeEventListener('scroll', lookSoon)
    }
  }, [body])
  return state
}
