import type { Words } from '../i18n/language.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { keepChoices, keptChoice } from './setting-store.ts'
import { resetSettings, type SettingName } from './settings.ts'

/** Takes choices back, says so, and offers to bring them back. */
export function resetWithUndo(names: SettingName[], words: Words): void {
  const before = Object.fromEntries(names.map(name => [name, keptChoice(name)]))
  resetSettings(names)
  toast({ words, action: { words: undo, run: () => keepChoices(before) } })
}
