import puppeteer, { type KeyInput, type Page } from 'puppeteer-core'
import type { Engine, EngineKind, Window } from './engine.ts'
import { findProgram, readerEnvironment } from './programs.ts'

const program = () => findProgram('firefox-esr', 'FIREFOX_PATH') ?? findProgram('firefox')

/** Firefox, by WebDriver BiDi, which it speaks itself. */
export const firefox: EngineKind = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  missing: () => (program() ? [] : ['firefox-esr']),
  async start(): Promise<Engine> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: program()!,
      env: { ...process.env, ...readerEnvironment },
      extraPrefsFirefox: {
        'intl.accept_languages': 'zh-CN, zh, en',
        // Pictures of other hosts cannot be had, with and without a network.
        'network.dns.offline-localhost': false,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
        'network.proxy.allow_hijacking_localhost': false,
      },
    })
    return {
      open: async () => new FirefoxWindow(await (await browser.createBrowserContext()).newPage()),
      close: () => browser.close(),
    }
  },
}

class FirefoxWindow implements Window {
  readonly complaints: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    page.on('pageerror', error => this.complaints.push(String(error)))
    page.on('console', message => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text())
    })
  }

  async goTo(address: string) {
    await this.#page.goto(address)
  }

  async goBack() {
    await this.#page.goBack()
  }

  async reload() {
    await this.#page.reload()
  }

  run<A extends unknown[], R>(script: (...args: A) => R | Promise<R>, ...args: A) {
    return this.#page.evaluate(script as (...args: unknown[]) => R, ...args) as Promise<R>
  }

  click(x: number, y: number) {
    return this.#page.mouse.click(x, y)
  }

  press(key: string) {
    return this.#page.keyboard.press(key as KeyInput)
  }

  type(text: string) {
    return this.#page.keyboard.type(text)
  }

  resize(width: number, height: number) {
    return this.#page.setViewport({ width, height })
  }

  async look() {
    return Buffer.from(await this.#page.screenshot())
  }

  close() {
    return this.#page.close()
  }
}
