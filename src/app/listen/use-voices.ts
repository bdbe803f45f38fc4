import { useEffect, useState, useSyncExternalStore } from 'react'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'

/** Chrome learns of its voices only after a while; what has none by then has none. */
const PATIENCE_MS = 5000

/** The voices of the browser; undefined while it may still find some. */
export function useVoices(): SpeechSynthesisVoice[] | undefined {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>()
  useEffect(() => {
    const look = () => {
      const found = speechSynthesis.getVoices()
      if (found.length > 0) setVoices(found)
    }
    look()
    // Older Safaris never tell: there one has to look again.
    const timer = setTimeout(() => setVoices(speechSynthesis.getVoices()), PATIENCE_MS)
    speechSynthesis.addEventListener?.('voiceschanged', look)
    return () => {
      clearTimeout(timer)
      speechSynthesis.removeEventListener?.('voiceschanged', look)
    }
  }, [])
  return voices
}

/** What the reader chose for listening, as it was kept. */
export const useKept = (name: string): string | undefined =>
  useSyncExternalStore(
    subscribeSettings,
    () => keptChoice(name),
    () => undefined,
  )

/** A value that changes many times in a row, once it is at rest. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
