import { useEffect, useState } from 'react'

/** Before that nobody wonders, and a word that comes and goes would only flash. */
const WAIT_MS = 500

/** Says that something takes its time, only to those who do wait. */
export function Waiting({ children }: { children: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WAIT_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="quiet-line" role="status">
      {isLong && children}
    </p>
  )
}
