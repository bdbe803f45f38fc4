import { backupPath } from '../../shared/addresses.ts'
import { appRouter } from '../keys/app-router.ts'

let opened: File | null = null
const listeners = new Set<() => void>()

/** Opens a backup or an encrypted file that the reader opened with the app: the page of backups shows what is in it. */
export async function openBackupFile(file: File): Promise<void> {
  opened = file
  await (await appRouter).navigate(backupPath)
  for (const listener of listeners) listener()
}

/** The file that was opened and not looked at yet. */
export function takeOpenedFile(): File | null {
  const file = opened
  opened = null
  return file
}

export function onOpenedFile(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
