import { backupPath } from '../../shared/addresses.ts'
import type { Words } from '../i18n/language.ts'
import { appRouter } from '../keys/app-router.ts'
import { toast } from '../ui/toast.ts'

/** Tells the reader something of their data, after what is told already, and leads to the page of backups and sync. */
export function leadToBackup(words: Words, action: Words): void {
  const run = () => void appRouter.then(router => router.navigate(backupPath))
  toast({ words, action: { words: action, run }, stays: true, waits: true })
}
