import type { Place } from './place.ts'

/** A file of this device, in a folder that some other program carries to the reader's other devices. */
export const filePlace = (handle: FileSystemFileHandle): Place => ({
  async read() {
    const file = await handle.getFile()
    // Read whole now: what comes later might be another device's.
    const content = file.size > 0 ? new Blob([await file.arrayBuffer()]) : null
    return { content, mark: markOf(file) }
  },
  async write(content, mark) {
    if (markOf(await handle.getFile()) !== mark) return false
    // It is written aside, and takes the file's place as it is closed.
    const writing = await handle.createWritable()
    try {
      await writing.write(content)
      if (markOf(await handle.getFile()) !== mark) {
        await writing.abort()
        return false
      }
      await writing.close()
      return true
    } catch (error) {
      await writing.abort().catch(() => undefined)
      throw error
    }
  },
})

const markOf = ({ lastModified, size }: File) => `${lastModified} ${size}`

type Permission = 'granted' | 'prompt' | 'denied'

/** What TypeScript's own types do not have yet. */
interface Permitted {
  queryPermission?: (wish: { mode: 'readwrite' }) => Promise<Permission>
  requestPermission?: (wish: { mode: 'readwrite' }) => Promise<Permission>
}

/** Whether the file may be read and written. Only after a press of the reader's can they be asked. */
export async function isPermitted(handle: FileSystemFileHandle, isPressed: boolean): Promise<boolean> {
  const permitted = handle as Permitted
  const wish = { mode: 'readwrite' } as const
  const answer = await permitted.queryPermission?.(wish)
  if (answer === undefined || answer === 'granted') return true
  if (!isPressed) return false
  // The press may be too long ago.
  return (await permitted.requestPermission?.(wish).catch(() => 'denied')) === 'granted'
}

interface Pickers {
  showOpenFilePicker: (options: object) => Promise<[FileSystemFileHandle]>
  showSaveFilePicker: (options: object) => Promise<FileSystemFileHandle>
}

export const canPickFile = (): boolean => 'showSaveFilePicker' in globalThis

const types = [{ accept: { 'application/json': ['.json'] } }]

/**
 * Has the reader choose a file. Null if they chose none.
 *
 * @param isNew a file is made; one that is there already would be emptied: https://wicg.github.io/file-system-access/#api-showsavefilepicker
 */
export async function pickFile(isNew: boolean): Promise<FileSystemFileHandle | null> {
  const pickers = globalThis as unknown as Pickers
  try {
    if (isNew) return await pickers.showSaveFilePicker({ suggestedName: 'shiye-sync.json', types })
    const [handle] = await pickers.showOpenFilePicker({ types })
    return handle
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null
    throw error
  }
}
