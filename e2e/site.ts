import { test as base, expect, type Locator, type Page } from 'playwright/test'

export { expect }

/** Articles of `seeds/` that the stories are about. */
export const ids = {
  /** The sample, with pictures of another host. */
  sample: 'a50380375c477f9c',
  /** 屏幕上的中文: headings, table, code, footnote, many screens long. */
  long: 'f9034ed16a82c7b5',
  /** 窗外的一年: twelve pictures that lie beside the seed. */
  window: '27b6dc580e91f43a',
  /** 欢迎来到拾页: short, with two pictures. */
  welcome: '7c1e94b05fd2a836',
  /** A seed with a `link:`. */
  linked: '6fa2908e3d7bc415',
}

export const titles = {
  sample: '总书记对自贸试验区建设提出新要求',
  long: '屏幕上的中文：从一个字到一页书',
  window: '窗外的一年',
  welcome: '欢迎来到拾页',
}

/** A test in which the page may not report anything: no error, no warning. */
export const test = base.extend<{ reports: string[] }>({
  reports: [
    async ({ page }, use) => {
      const reports = collectReports(page)
      await use(reports)
      expect(reports, 'the console stays silent').toEqual([])
    },
    { auto: true },
  ],
})

/** No fault of the page: a file that the network does not have, and a worker that the test does not want. */
const notItsFault =
  /^Failed to load (resource|module script: .* MIME type of "text\/html")|^Service Worker registration blocked by Playwright/

/** What a page complains of from now on. */
export function collectReports(page: Page): string[] {
  const reports: string[] = []
  page.on('pageerror', error => reports.push(`${error.name}: ${error.message}`))
  page.on('console', message => {
    const isLoud = message.type() === 'error' || message.type() === 'warning'
    if (isLoud && !notItsFault.test(message.text())) reports.push(message.text())
  })
  return reports
}

/** Opens a page and waits until it is alive. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await alive(page)
}

/** Waits until React has taken the page over and pressing a button does something. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const heading = document.querySelector('main h1')
    return heading && Object.keys(heading).some(key => key.startsWith('__reactFiber'))
  })
}

/** Waits until the service worker looks after this page. */
export async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** Waits until there is something to be seen: a page that lacks its styles has its text long before. */
export const painted = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
    .toBe(1)

/** Two frames on: layout is done, and observers have been told. */
export function frames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

export const articleLink = (page: Page, title: string): Locator =>
  page.getByRole('main').getByRole('heading').getByRole('link', { name: title, exact: true })

/** The rows of the reader's own pages: unlike the links between these pages, each has buttons. */
export const ownRows = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button') })

export const body = (page: Page): Locator => page.locator('[data-article-body]')

/** The notice at the foot of the window. */
export const notice = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text })
