import type { Step } from './ladder.ts'

/** `watch-pictures.ts` looks for it too. */
const KEY = 'shiye.pictures'

/** Room for the hosts of many sources; the one that was of no use for longest goes first. */
const MAX_HOSTS = 60

const REMEMBERED: readonly Step[] = ['rule', 'proxy', 'seed']

/** By which step pictures of a host came lately, if not by their own address. */
export const rememberedStep = (host: string): Step | undefined => read().get(host)

/**
 * Keeps on the device what worked for a host; `own` needs no remembering.
 *
 * @returns whether that is news
 */
export function rememberStep(host: string, step: Step): boolean {
  const steps = read()
  if (step === (steps.get(host) ?? 'own')) return false
  steps.delete(host)
  if (step !== 'own') steps.set(host, step)
  const kept = [...steps].slice(-MAX_HOSTS)
  try {
    if (kept.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // The next page finds out anew.
  }
  return true
}

/** What was kept, as far as it makes sense: storage may be refused, and what it holds may be anything. */
function read(): Map<string, Step> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const entries = Object.entries(kept as object).filter(
      (entry): entry is [string, Step] => entry[0].length < 256 && REMEMBERED.includes(entry[1]),
    )
    return new Map(entries.slice(-MAX_HOSTS))
  } catch {
    return new Map()
  }
}
