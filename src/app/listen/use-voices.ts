import { useEffect, useState, useSyncExternalStore } from 'react'
import { keptChoice, subscribeSettings } from '../settings/setting-store.ts'

/** Chrome learns of its voices only after a while; what has none by then has none. */
const PATIENCE_MS = 3000

/** The voices of the browser; undefined while it may still find some. */
export function useVoices(): SpeechSynthesisVoice[] | undefined {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>()
  useEffect(() => {
    const look = () => {
      const found = speechSynthesis.getVoices()
      if (found.length > 0) setVoices(found)
    }
    look()
    const timer = setTimeout(() => setVoices(voices => voices ?? []), PATIENCE_MS)
    // Safari knows it as a property only.
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
