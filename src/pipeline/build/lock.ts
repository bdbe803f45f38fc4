import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'

const held = new Set<string>()

/**
 * Holds something for this process alone, by a file that names it.
 *
 * @param what it is, for who finds it held
 * @returns what lets go of it
 * @throws if another process that still runs holds it
 */
export function hold(file: string, what: string): () => void {
  for (let isHeld = false; !isHeld; ) {
    const holder = holderOf(file)
    if (holder !== null)
      throw new Error(`${what} is in use by process ${holder}; if that is no build, delete ${file}`)
    rmSync(file, { force: true })
    isHeld = create(file)
  }
  held.add(file)
  return () => {
    if (held.delete(file)) rmSync(file, { force: true })
  }
}

/** The process that holds it, or null: one that was killed leaves its file behind. */
function holderOf(file: string): number | null {
  if (held.has(file)) return process.pid
  const stats = statSync(file, { throwIfNoEntry: false })
  const started = Date.now() - uptime() * 1000
  if (!stats || stats.mtimeMs < started) return null
  const holder = Number(readFileSync(file, 'utf8'))
  return holder !== process.pid && isRunning(holder) ? holder : null
}

/** @returns whether it was not there before */
function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    rmSync(file, { force: true }) // on a full disk it is there, and empty
    throw error
  }
}

function isRunning(id: number): boolean {
  try {
    return id > 0 && process.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
