import { useSyncExternalStore } from 'react'
import { type SettingName, settingNames, settings } from './settings.ts'

/** Read before the first paint too, by the script in `index.html`. */
const KEY = 'shiye.settings'

type Choices = Record<SettingName, string>

const listeners = new Set<() => void>()
let choices: Choices | undefined

const defaults = (): Choices =>
  Object.fromEntries(settingNames.map(name => [name, settings[name].default])) as Choices

/** What was kept, as far as it still is a choice; storage may be refused, and what it holds may be anything. */
function read(): Choices {
  const result = defaults()
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    for (const name of settingNames) {
      const choice = (kept as Partial<Choices> | null)?.[name]
      if (typeof choice === 'string' && Object.hasOwn(settings[name].choices, choice)) result[name] = choice
    }
  } catch {
    // The defaults are good settings.
  }
  return result
}

export function getSetting(name: SettingName): string {
  choices ??= read()
  return choices[name]
}

/** Applies a choice at once, and keeps it where storage allows. */
export function chooseSetting(name: SettingName, choice: string): void {
  choices = { ...(choices ?? read()), [name]: choice }
  document.documentElement.dataset[name] = choice
  try {
    localStorage.setItem(KEY, JSON.stringify(choices))
  } catch {
    // It holds until the tab is closed.
  }
  for (const listener of listeners) listener()
}

export function subscribeSettings(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', readFromOtherTab)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', readFromOtherTab)
  }
}

function readFromOtherTab(event: StorageEvent) {
  if (event.key !== KEY) return
  choices = read()
  Object.assign(document.documentElement.dataset, choices)
  for (const listener of listeners) listener()
}

/** The reader's choice; while a prerendered page starts, the default. */
export const useSetting = (name: SettingName): string =>
  useSyncExternalStore(
    subscribeSettings,
    () => getSetting(name),
    () => settings[name].default,
  )
