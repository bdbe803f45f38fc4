/** Read before the first paint too, by `start-document.ts`. */
const KEY = 'shiye.settings'

/**
 * What the reader chose, by name of the setting. What they took back is null: what was never chosen, or lost with its
 * storage, is not in it.
 */
type Choices = Record<string, string | null>

const listeners = new Set<() => void>()
let choices: Choices | undefined
/** What storage did not take. */
let unkept: Choices = {}

/** Storage may be refused, and what it holds may be anything: whether a choice is one, `settings.ts` knows. */
function read(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const isOne = ([name, choice]: [string, unknown]) =>
      /^[a-z]\w*$/i.test(name) && (typeof choice === 'string' || choice === null)
    return Object.fromEntries(Object.entries(kept ?? {}).filter(isOne)) as Choices
  } catch {
    return {}
  }
}

/** What the reader chose, as it was kept; undefined if nothing is. */
export function keptChoice(name: string): string | undefined {
  choices ??= read()
  return choices[name] ?? undefined
}

/**
 * Applies choices at once, and keeps them where storage allows.
 *
 * @param changes undefined takes a choice back
 */
export function keepChoices(changes: Record<string, string | undefined>): void {
  for (const [name, choice] of Object.entries(changes)) unkept[name] = choice ?? null
  choices = { ...read(), ...unkept }
  showChoices(Object.keys(changes))
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
    unkept = {}
  } catch {
    // They hold until the tab is closed.
  }
  for (const listener of listeners) listener()
}

/** Every choice stands on `<html>` as `data-name` and as `--name`, where the style sheets find it. */
function showChoices(names: Iterable<string>): void {
  const { dataset, style } = document.documentElement
  for (const name of names) {
    const choice = choices?.[name] ?? undefined
    if (choice === undefined) {
      delete dataset[name]
      style.removeProperty(`--${name}`)
    } else {
      dataset[name] = choice
      style.setProperty(`--${name}`, choice)
    }
  }
}

export function subscribeSettings(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('storage', readFromOtherTab)
    addEventListener('pageshow', readOnReturn)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('storage', readFromOtherTab)
    removeEventListener('pageshow', readOnReturn)
  }
}

function readFromOtherTab({ key }: StorageEvent) {
  if (key === KEY) readAnew()
}

/** A page that Back brings from where the browser laid it aside did not hear what others chose meanwhile. */
function readOnReturn({ persisted }: PageTransitionEvent) {
  if (persisted) readAnew()
}

function readAnew() {
  const before = choices
  choices = { ...read(), ...unkept }
  showChoices(new Set(Object.keys({ ...before, ...choices })))
  for (const listener of listeners) listener()
}
