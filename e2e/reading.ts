import { expect, type Page } from 'playwright/test'
import { body } from './site.ts'

/** The line, from the top of the window, that the reader is taken to be at: just below the header. */
const READING_LINE = 96

/** Reads on until a block of the article stands at the reading line. */
export async function readTo(page: Page, block: number): Promise<void> {
  await body(page)
    .locator('> *')
    .nth(block)
    .evaluate((element, line) => scrollBy(0, element.getBoundingClientRect().top - line + 5), READING_LINE)
  await expectAt(page, block)
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

/** A block in the middle of the article's text, not a figure. */
export function middleBlock(page: Page): Promise<number> {
  return body(page).evaluate(element => {
    const blocks = [...element.children]
    return blocks.findIndex((block, index) => index >= blocks.length / 2 && block.tagName === 'P')
  })
}
