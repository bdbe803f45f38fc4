import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as TestingLibrary from '@testing-library/dom'
import { expect } from 'playwright/test'
import type { Window } from './engine.ts'

/** Something on the page as a screen reader names it; `within` something else. */
export interface Wanted {
  role: string
  /** The whole name, or a part of it if `isPart`. */
  name?: string
  isPart?: boolean
  within?: Wanted
}

interface Found {
  text: string
  value: string
  isChecked: boolean
  isEnabled: boolean
  hasFocus: boolean
  /** Its middle, if that is in the window and nothing lies over it. */
  at: { x: number; y: number } | null
}

/** Whoever reads in a window: finds things by role and name, and waits for them. */
export class Reader {
  readonly window: Window
  readonly #site: string

  constructor(window: Window, site: string) {
    this.window = window
    this.#site = site
  }

  /** Opens a page and waits until pressing a button does something. */
  async open(path: string): Promise<void> {
    await this.window.goTo(this.#site + path)
    await this.alive()
  }

  async alive(): Promise<void> {
    await this.expect(true, () => {
      const heading = document.querySelector('main h1')
      return !!heading && Object.keys(heading).some(key => key.startsWith('__reactFiber'))
    })
  }

  /** Everything on the page that is so called and can be seen. */
  async findAll(wanted: Wanted, isWantedInView = false): Promise<Found[]> {
    if (!(await this.window.run(() => 'TestingLibraryDom' in window))) await this.window.run(library)
    return this.window.run(find, wanted, isWantedInView)
  }

  /** The text of what is wanted; null as long as it is not there. */
  async textOf(wanted: Wanted): Promise<string | null> {
    return (await this.findAll(wanted))[0]?.text ?? null
  }

  async click(wanted: Wanted): Promise<void> {
    const { x, y } = await this.#reach(wanted)
    await this.window.click(x, y)
  }

  /** Puts text into a field, in place of what is there. */
  async fill(wanted: Wanted, text: string): Promise<void> {
    await this.click(wanted)
    await expect.poll(async () => (await this.findAll(wanted))[0]?.hasFocus).toBe(true)
    await this.window.run(() => (document.activeElement as HTMLInputElement).select())
    await this.window.type(text)
  }

  /** Waits until something that runs in the page gives what is expected. */
  async expect<A extends unknown[], R>(expected: R, script: (...args: A) => R | Promise<R>, ...args: A) {
    await expect
      .poll(() => this.window.run(script, ...args).catch((error: unknown) => String(error)))
      .toEqual(expected)
  }

  async expectText(wanted: Wanted, expected: string | RegExp) {
    await expect.poll(() => this.textOf(wanted), { message: JSON.stringify(wanted) }).toMatch(expected)
  }

  async expectHeading(text: string) {
    const wanted = { role: 'heading', within: { role: 'main' } }
    await expect.poll(() => this.textOf(wanted)).toBe(text)
  }

  /** Waits until so many of it are there. */
  async expectCount(wanted: Wanted, count: number) {
    await expect
      .poll(async () => (await this.findAll(wanted)).length, { message: JSON.stringify(wanted) })
      .toBe(count)
  }

  async #reach(wanted: Wanted): Promise<{ x: number; y: number }> {
    let found: Found | undefined
    await expect
      .poll(
        async () => {
          found = (await this.findAll(wanted, true))[0]
          return !!found?.at && found.isEnabled
        },
        { message: `${JSON.stringify(wanted)} can be pressed` },
      )
      .toBe(true)
    return found!.at!
  }
}

/** Roles and names as the standards compute them, by a library that is put into the page. */
const library = new Function(
  readFileSync(
    join(
      dirname(createRequire(import.meta.url).resolve('@testing-library/dom/package.json')),
      'dist/@testing-library/dom.umd.min.js',
    ),
    'utf8',
  ),
) as () => void

/** Runs in the page. */
function find(wanted: Wanted, isWantedInView: boolean): Found[] {
  const { queryAllByRole } = Reflect.get(window, 'TestingLibraryDom') as typeof TestingLibrary
  const all = ({ role, name, isPart, within }: Wanted): HTMLElement[] => {
    const matches = (text: string) => (isPart ? text.includes(name!) : text === name)
    return (within ? all(within) : [document.body]).flatMap(container =>
      queryAllByRole(container, role, name === undefined ? {} : { name: matches }),
    )
  }
  const middleOf = (element: HTMLElement) => {
    const box = element.getClientRects()[0]
    if (!box) return null
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const top = document.elementFromPoint(x, y)
    const isReached = top && (element.contains(top) || top.closest('label')?.contains(element))
    return isReached ? { x, y } : null
  }
  return all(wanted).map(element => {
    let at = middleOf(element)
    if (!at && isWantedInView) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      at = middleOf(element)
    }
    const { value = '', checked = false, disabled = false } = element as HTMLInputElement
    return {
      text: element.textContent,
      value: String(value),
      isChecked: checked,
      isEnabled: !disabled,
      hasFocus: element === document.activeElement,
      at,
    }
  })
}
