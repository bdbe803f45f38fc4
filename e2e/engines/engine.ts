import { distOf } from '../sites.ts'

/** The built files that every engine shows. */
export const site = distOf('engines')

/** A window of a browser, as far as every engine can be asked: what a hand does, and a look inside. */
export interface Window {
  goTo(address: string): Promise<void>
  goBack(): Promise<void>
  reload(): Promise<void>
  /** Runs a function in the page and gives what it returns, or what its promise comes to. */
  run<A extends unknown[], R>(script: (...args: A) => R | Promise<R>, ...args: A): Promise<R>
  click(x: number, y: number): Promise<void>
  /** Presses a key; `Enter`, `Escape` and the like by name. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** A PNG of what can be seen. */
  look(): Promise<Buffer>
  /** What the page complained of: errors and warnings. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** A browser that runs. */
export interface Engine {
  /** Opens a window that knows nothing of the others: no cookie, no storage, no worker. */
  open(): Promise<Window>
  close(): Promise<void>
}

export interface EngineKind {
  name: string
  /** The Debian packages it comes with. */
  packages: string[]
  /** What is not there of it. */
  missing(): string[]
  start(): Promise<Engine>
}
