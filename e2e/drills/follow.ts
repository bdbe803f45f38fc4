import type { Page } from 'playwright/test'

/** Follows a link of the app that nothing was loaded ahead for. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate(path => {
    const link = Object.assign(document.createElement('a'), { href: `/${path}` })
    document.body.append(link) // beside what is React's: that may just be taking the page over
    link.click()
    link.remove()
  }, path)
