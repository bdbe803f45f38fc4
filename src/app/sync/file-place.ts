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
  return isPressed && (await permitted.requestPermission?.(wish)) === 'granted'
}

interface Pickers {
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>
}

export const canPickFile = (): boolean => 'showSaveFilePicker' in globalThis

/** Has the reader choose a file, old or new. Null if they chose none. */
export async function pickFile(): Promise<FileSystemFileHandle | null> {
  try {
    return await (globalThis as Pickers).showSaveFilePicker!({
      suggestedName: 'shiye-sync.json',
      types: [{ accept: { 'application/json': ['.json'] } }],
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null
    throw error
  }
}
