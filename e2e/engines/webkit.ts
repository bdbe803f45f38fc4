import { readdirSync } from 'node:fs'
import { setTimeout as later } from 'node:timers/promises'
import type { Engine, EngineKind, Window } from './engine.ts'
import { findProgram, freePort, isExecutable, Running, readerEnvironment } from './programs.ts'

const driver = () => findProgram('WebKitWebDriver')
const screen = () => findProgram('Xvfb')

/** WebKitGTK's own small browser, by WebDriver, on a screen that nobody sees. */
export const webkit: EngineKind = {
  name: 'WebKitGTK',
  packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  missing: () => [...(driver() ? [] : ['webkit2gtk-driver']), ...(screen() ? [] : ['xvfb'])],
  async start(): Promise<Engine> {
    const display = new Running(
      screen()!,
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      {},
      true,
    )
    const [, number] = await display.said(/^(\d+)\n/m)
    return {
      open: () => WebKitWindow.open(`:${number}`),
      close: () => display.stop(),
    }
  },
}

/** The browser lies with its library, whose folder has the name of its version. */
function miniBrowser(): string | undefined {
  const libraries = '/usr/lib'
  return readdirSync(libraries)
    .filter(name => name.endsWith('-linux-gnu'))
    .flatMap(name =>
      readdirSync(`${libraries}/${name}`)
        .filter(folder => folder.startsWith('webkit2gtk-') || folder.startsWith('webkitgtk-'))
        .map(folder => `${libraries}/${name}/${folder}/MiniBrowser`),
    )
    .find(isExecutable)
}

/** Its settings: its console is told to whoever started it, and no other host can be had. */
const settings = [
  '--automation',
  '--enable-write-console-messages-to-stdout=true',
  '--proxy=http://127.0.0.1:9',
  '--ignore-host=127.0.0.1',
]

class WebKitWindow implements Window {
  readonly #session: string
  readonly #service: Running

  private constructor(session: string, service: Running) {
    this.#session = session
    this.#service = service
  }

  /** A driver serves one session, and ends a browser faster than that ends itself: each window has its own. */
  static async open(display: string): Promise<WebKitWindow> {
    const port = await freePort()
    const service = new Running(driver()!, [`--port=${port}`], {
      ...readerEnvironment,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      // Its sandbox does not start for root. It shows our own pages only.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    })
    const address = `http://127.0.0.1:${port}`
    await answers(`${address}/status`)
    const browserOptions = { binary: miniBrowser(), args: settings }
    const { sessionId } = await ask<{ sessionId: string }>('POST', `${address}/session`, {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
    })
    return new WebKitWindow(`${address}/session/${sessionId}`, service)
  }

  get complaints(): string[] {
    return this.#service.output.split('\n').filter(line => /^CONSOLE .*(ERROR|WARN)/.test(line))
  }

  async goTo(address: string) {
    await this.#tell('url', { url: address })
  }

  async goBack() {
    await this.#tell('back')
  }

  async reload() {
    await this.#tell('refresh')
  }

  run<A extends unknown[], R>(script: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#tell('execute/sync', { script: `return (${script}).apply(window, arguments)`, args })
  }

  async click(x: number, y: number) {
    const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }
    const button = { button: 0 }
    await this.#act('pointer', [at, { type: 'pointerDown', ...button }, { type: 'pointerUp', ...button }])
  }

  press(key: string) {
    return this.type(keys[key] ?? key)
  }

  async type(text: string) {
    await this.#act(
      'key',
      [...text].flatMap(value => ['keyDown', 'keyUp'].map(type => ({ type, value }))),
    )
  }

  /** Makes the page's part of the window that large; its frame and its bar come on top. */
  async resize(width: number, height: number) {
    const set = (to: { width: number; height: number }) => this.#tell('window/rect', to)
    await set({ width, height })
    const page = await this.run(() => ({ width: innerWidth, height: innerHeight }))
    await set({ width: 2 * width - page.width, height: 2 * height - page.height })
  }

  async look() {
    return Buffer.from(await ask<string>('GET', `${this.#session}/screenshot`), 'base64')
  }

  close() {
    return this.#service.stop()
  }

  #act(type: 'pointer' | 'key', actions: object[]) {
    return this.#tell('actions', { actions: [{ type, id: type, actions }] })
  }

  #tell<T>(command: string, body: object = {}): Promise<T> {
    return ask<T>('POST', `${this.#session}/${command}`, body)
  }
}

/** Keys that have no character, as WebDriver writes them. */
const keys: Record<string, string> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** One command of WebDriver, which is HTTP and JSON. */
async function ask<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(address).catch(() => null)
    if (response?.ok) return
    await later(100)
  }
  throw new Error(`Nothing answers at ${address}`)
}
