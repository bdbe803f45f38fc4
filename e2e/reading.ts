import { expect, type Locator, type Page } from 'playwright/test'
import { body, frames } from './site.ts'

/** The line, from the top of the window, that the reader is taken to be at: just below the header. */
const READING_LINE = 96

/** Reads on until a block of the article stands at the reading line. */
export async function readTo(page: Page, block: number): Promise<void> {
  await arrived(page)
  await body(page)
    .locator('> *')
    .nth(block)
    .evaluate((element, line) => scrollBy(0, element.getBoundingClientRect().top - line + 5), READING_LINE)
  await expectAt(page, block)
  await frames(page)
}

/** Waits until the cross-fade to a page is over: until then the browser gives its window neither scroll nor press. */
export async function arrived(page: Page): Promise<void> {
  await frames(page)
  const isFading = () =>
    document.getAnimations().some(animation => {
      const { pseudoElement } = (animation.effect ?? {}) as KeyframeEffect
      return pseudoElement?.startsWith('::view-transition')
    })
  await expect.poll(() => page.evaluate(isFading)).toBe(false)
}

/** Expects that the reader is at a block of the article. */
export async function expectAt(page: Page, block: number): Promise<void> {
  await expect.poll(() => blockAtLine(page)).toBe(block)
}

function blockAtLine(page: Page): Promise<number> {
  return body(page).evaluate(
    (element, line) =>
      [...element.children].findIndex(child => child.getBoundingClientRect().bottom > line + 1),
    READING_LINE,
  )
}

/** A paragraph in the middle of the article. */
export function middleBlock(page: Page): Promise<number> {
  return body(page).evaluate(element => {
    const blocks = [...element.children]
    return blocks.findIndex((block, index) => index >= blocks.length / 2 && block.tagName === 'P')
  })
}

/**
 * Presses what stands in the header, as a hand does. `click()` would scroll first: what Chromium counts as in view
 * does not include the header's place.
 */
export async function press(page: Page, target: Locator): Promise<void> {
  await arrived(page)
  const { x, y, width, height } = (await target.boundingBox())!
  await page.mouse.click(x + width / 2, y + height / 2)
}

/** Waits until the database holds so many visits. */
export async function expectRecorded(page: Page, visits: number): Promise<void> {
  await expect.poll(() => page.evaluate(countVisits)).toBe(visits)
}

async function countVisits(): Promise<number> {
  const databases = await indexedDB.databases()
  const own = databases.find(({ name }) => name?.startsWith('shiye'))
  if (!own) return 0
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answer(indexedDB.open(own.name!))
  const count = await answer(database.transaction('visits').objectStore('visits').count())
  database.close()
  return count
}
