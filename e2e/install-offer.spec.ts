import type { Page } from 'playwright/test'
import { expectRecorded } from './reading.ts'
import { alive, articleLink, expect, ids, notice, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const asked = (page: Page) => page.evaluate(() => Reflect.get(window, 'asked') ?? 0)
const offer = (page: Page) => notice(page, '离线也能读')
const DAY = 86_400_000

/** The browser says that the app can be installed, as soon as there is a document. */
const installable = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: async () => {
          Object.assign(window, { asked: (Reflect.get(window, 'asked') ?? 0) + 1 })
        },
      })
      dispatchEvent(event)
      Object.assign(window, { isHeldBack: event.defaultPrevented })
    })
  })

async function read(page: Page, id: string, count: number): Promise<void> {
  await open(page, `a/${id}/`)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.clock.runFor(4000)
  await expectRecorded(page, count)
}

/** Whatever happens when the page is at rest has happened. */
async function rest(page: Page): Promise<void> {
  await alive(page)
  await page.clock.runFor(5000)
}

test('installing is offered to somebody who reads here, never at first and never a third time', {
  tag: '@once',
}, async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-04T08:00:00Z') })
  await installable(page)
  await open(page, './')
  await rest(page)
  expect(await page.evaluate(() => Reflect.get(window, 'isHeldBack'))).toBe(true)
  await read(page, ids.welcome, 1)
  await read(page, ids.window, 2)
  await read(page, ids.linked, 3)
  await open(page, './')
  await rest(page)
  await expect(offer(page)).toHaveCount(0)

  // Who comes back is offered it, though not above an article.
  await page.clock.setSystemTime(new Date('2026-03-04T10:00:00Z'))
  await open(page, `a/${ids.welcome}/`)
  await rest(page)
  await expect(offer(page)).toHaveCount(0)
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(articleLink(page, titles.welcome)).toBeVisible()
  await page.clock.runFor(3000)
  await expect(offer(page)).toBeVisible()
  expect(await asked(page)).toBe(0)
  await page.getByRole('button', { name: '关闭提示' }).click()

  const comeBack = async (days: number) => {
    await page.clock.setSystemTime(new Date(Date.parse('2026-03-04T10:00:00Z') + days * DAY))
    await open(page, './')
    await rest(page)
  }
  await comeBack(7)
  await expect(offer(page)).toHaveCount(0)
  await comeBack(30)
  await expect(offer(page)).toBeVisible()
  await page.getByRole('button', { name: '安装', exact: true }).click()
  expect(await asked(page)).toBe(1)
  await comeBack(90)
  await expect(offer(page)).toHaveCount(0)
})

test('settings install at any time, or say how', { tag: '@once' }, async ({ page, browser, baseURL }) => {
  await open(page, 'settings/')
  const section = page.getByRole('main').locator('#install')
  await expect(section).toContainText('没有网络也能读')
  await page.evaluate(() => {
    const prompt = async () => Object.assign(window, { asked: 1 })
    dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }))
  })
  await section.getByRole('button', { name: '安装“拾页”' }).click()
  expect(await asked(page)).toBe(1)
  // A browser asks once for each time it says that it can.
  await expect(section.getByRole('button')).toHaveCount(0)

  const phone = await browser.newPage({
    baseURL: baseURL!,
    locale: 'zh-CN',
    serviceWorkers: 'block',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  })
  await open(phone, 'settings/')
  const steps = phone.getByRole('main').locator('#install')
  await expect(steps.getByRole('listitem')).toHaveText([/分享/, /添加到主屏幕/, /添加/])
  await expect(steps).toContainText('七天')
  await phone.addInitScript(() => Object.assign(Navigator.prototype, { standalone: true }))
  await phone.reload()
  await alive(phone)
  await expect(steps).toHaveCount(0)
  await phone.close()
})

test('a window that is open goes where a link or a shortcut leads, and stays where its icon is pressed', {
  tag: '@once',
}, async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', {
      value: { setConsumer: (take: unknown) => Object.assign(window, { launch: take }) },
    })
  })
  await open(page, `a/${ids.welcome}/`)
  await page.waitForFunction(() => 'launch' in window)
  const launch = (path: string) =>
    page.evaluate(
      targetURL => (Reflect.get(window, 'launch') as (launch: object) => void)({ targetURL }),
      `${baseURL}${path}`,
    )
  // The first launch is the one that opened the window.
  await launch(`a/${ids.welcome}/`)
  await launch('')
  await expect(page).toHaveURL(`a/${ids.welcome}/`)
  await launch('history/')
  await expect(page).toHaveURL('history/')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.welcome)

  // A backup that was opened with the app is looked at.
  await page.evaluate(() => {
    const file = { getFile: async () => new File(['{'], 'shiye.json', { type: 'application/json' }) }
    const take = Reflect.get(window, 'launch') as (launch: object) => void
    take({ targetURL: location.href, files: [file] })
  })
  await expect(page).toHaveURL('backup/')
  await expect(page.getByRole('alert')).toContainText('什么都没有改变')
})
