import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { delimiter, join } from 'node:path'

/** Where a program is: at the place that a variable names, or on the PATH. */
export function findProgram(name: string, variable?: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [process.env[variable ?? ''] ?? '', ...folders.map(folder => join(folder, name))]
  return places.find(isExecutable)
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return file !== ''
  } catch {
    return false
  }
}

/** The time and the language of the readers of these stories, whatever this machine has. */
export const readerEnvironment = { TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN', LC_ALL: 'C.UTF-8' }

/** A program that runs until it is told to stop, with all it started. */
export class Running {
  readonly process: ChildProcess
  /** All it has said. */
  output = ''
  #listeners = new Set<() => void>()

  /** `extra` is one more pipe, number 3, to hear it from. */
  constructor(program: string, args: string[], env: NodeJS.ProcessEnv = {}, extra = false) {
    this.process = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe', ...(extra ? (['pipe'] as const) : [])],
      env: { ...process.env, ...env },
      detached: true, // a group of its own: stopping it stops its children
    })
    for (const stream of this.process.stdio.slice(1))
      stream?.on('data', (data: Buffer) => {
        this.output += data
        for (const listener of this.#listeners) listener()
      })
  }

  /** Waits until it has said something, and gives that. */
  said(what: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = what.exec(this.output)
        if (found) resolve(found)
      }
      this.#listeners.add(look)
      this.process.once('error', reject)
      this.process.once('exit', code =>
        reject(new Error(`${this.process.spawnfile} ended with ${code}: ${this.output.slice(-2000)}`)),
      )
      look()
    })
  }

  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.process
    if (!pid || exitCode !== null || signalCode !== null) return
    const ended = new Promise(resolve => this.process.once('exit', resolve))
    process.kill(-pid, 'SIGTERM')
    await ended
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
