import { useEffect, useRef } from 'react'
import type { Reading } from './tools.ts'

/** Lines that the ruler leaves bright. */
const LINES = 3

/** Dims everything but a few lines: those at the pointer, or a third down the window where there is no mouse. */
export default function Ruler({ body }: Reading) {
  const ruler = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { style } = ruler.current!
    const measure = () => {
      style.height = `${LINES * Number.parseFloat(getComputedStyle(body).lineHeight)}px`
    }
    const follow = ({ pointerType, clientY }: PointerEvent) => {
      if (pointerType === 'mouse') style.top = `${clientY}px`
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(body)
    addEventListener('pointermove', follow, { passive: true })
    return () => {
      sizes.disconnect()
      removeEventListener('pointermove', follow)
    }
  }, [body])
  return <div ref={ruler} className="reading-ruler" aria-hidden="true" />
}
