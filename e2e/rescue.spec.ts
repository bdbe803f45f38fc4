import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, Route } from 'playwright/test'
import { failing, rescued } from './make-seeds.ts'
import { alive, body, controlled, expect, frames, open, test } from './site.ts'
import { distOf, ORIGIN } from './sites.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const isOtherHost = ({ hostname }: URL) => hostname.endsWith('.example') && !ORIGIN.endsWith(hostname)
const picture = (route: Route) => route.fulfill({ body: PNG, contentType: 'image/png' })
const refusal = (route: Route) =>
  route.fulfill({ status: 403, body: '<h1>No hotlinking</h1>', contentType: 'text/html' })

/** Answers for all other hosts; what `answers` says nothing of is refused. Returns the addresses as they are asked. */
async function answerFor(
  page: Page,
  answers: (address: string) => ((route: Route) => unknown) | null | undefined | false,
): Promise<string[]> {
  const asked: string[] = []
  await page.context().route(isOtherHost, route => {
    const address = route.request().url()
    asked.push(address)
    return (answers(address) || refusal)(route)
  })
  return asked
}

const expectShown = (image: Locator) =>
  expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(1)
const note = (figure: Locator) => figure.getByText('图片暂时无法显示')
const remembered = (page: Page) => page.evaluate(() => localStorage.getItem('shiye.pictures'))

const [first, second, third] = rescued.pictures as [Ways, Ways, Ways]
type Ways = (typeof rescued.pictures)[number]
const path = `a/${rescued.id}/`

test.describe('with the network in sight', { tag: '@once' }, () => {
  // A worker would make requests out of the test's sight.
  test.use({ serviceWorkers: 'block' })

  test('a picture that comes from its own host needs no other way', async ({ page }) => {
    const asked = await answerFor(page, address => address.startsWith('https://img.') && picture)
    await open(page, path)
    for (const image of await body(page).locator('img').all()) {
      await image.scrollIntoViewIfNeeded()
      await expectShown(image)
    }
    expect(asked).toEqual([first.own, second.own, third.own])
    expect(await remembered(page)).toBeNull()
  })

  for (const [index, step] of (['rule', 'proxy', 'seed'] as const).entries())
    test(`a picture that its host refuses comes by the next way that works: ${step}`, async ({ page }) => {
      const asked = await answerFor(page, address => address === first[step] && picture)
      await open(page, path)
      const image = body(page).locator('img').first()
      await expectShown(image)
      await expect(image).toHaveJSProperty('src', first[step])
      expect(asked).toEqual([first.own, first.rule, first.proxy, first.seed].slice(0, index + 2))
      await expect(note(body(page))).toHaveCount(0)
    })

  test('when no way works there is a note, and another try takes every way once more', async ({ page }) => {
    const ways = [first.own, first.rule, first.proxy, first.seed]
    let isUp = false
    const asked = await answerFor(page, address => isUp && address === first.seed && picture)
    await open(page, path)
    const figure = body(page).locator('figure').first()
    await expect(note(figure)).toBeVisible()
    await expect(figure.getByText('img.rescued.example')).toBeVisible()
    await expect(figure.getByText('第 1 张')).toBeVisible()
    expect(asked).toEqual(ways)

    isUp = true
    const retry = figure.getByRole('button', { name: '重试' })
    await retry.press('Enter')
    await expectShown(figure.locator('img'))
    expect(asked).toEqual([...ways, ...ways])
    await expect(note(figure)).toHaveCount(0)
    await expect(figure.locator('img')).toBeFocused()
  })

  test('what worked for a host is tried first for its other pictures, also on the next page', async ({
    page,
  }) => {
    const asked = await answerFor(page, address => address.startsWith('https://picture-proxy.') && picture)
    await open(page, path)
    const images = body(page).locator('img')
    await expectShown(images.first())
    expect(await remembered(page)).toBe('{"img.rescued.example":"proxy"}')
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      await expectShown(image)
    }
    expect(asked).toEqual([first.own, first.rule, first.proxy, second.proxy, third.proxy])
  })

  test('what was remembered for a host is used at once on the next page', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage['shiye.pictures'] = '{"img.rescued.example":"proxy"}'
    })
    const asked = await answerFor(page, address => address.startsWith('https://picture-proxy.') && picture)
    await open(page, path)
    for (const image of await body(page).locator('img').all()) {
      await image.scrollIntoViewIfNeeded()
      await expectShown(image)
    }
    // The first is on its way before any script is there.
    expect(asked).toEqual([first.own, first.proxy, second.proxy, third.proxy])
  })

  test('a way that works no longer is forgotten, and the others are tried', async ({ page }) => {
    await page.addInitScript(() => {
      if (!localStorage['shiye.pictures']) localStorage['shiye.pictures'] = '{"img.rescued.example":"seed"}'
    })
    const asked = await answerFor(
      page,
      address => address !== first.rule && address.includes('/by-rule/') && picture,
    )
    await open(page, path)
    await expect(note(body(page).locator('figure').first())).toBeVisible()
    const image = body(page).locator('img').nth(1)
    await image.scrollIntoViewIfNeeded()
    await expectShown(image)
    expect(await remembered(page)).toBe('{"img.rescued.example":"rule"}')
    for (const ways of [first, second])
      for (const address of Object.values(ways))
        expect(asked.filter(each => each === address).length, address).toBeLessThanOrEqual(2)
  })

  test('whatever was remembered, the page reads', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage['shiye.pictures'] = '{"img.rescued.example":"__proto__","x":{"y":[]},"z":null}'
    })
    await answerFor(page, address => address === first.rule && picture)
    await open(page, path)
    await expectShown(body(page).locator('img').first())
    expect(await remembered(page)).toBe('{"img.rescued.example":"rule"}')
  })

  test('a host that never answers does not bar the other ways', async ({ page }) => {
    await page.clock.install()
    const asked = await answerFor(page, address => {
      if (address === first.own) return () => undefined
      return address === first.proxy && picture
    })
    // The browser itself would wait for the picture before it calls the page loaded.
    await page.goto(path, { waitUntil: 'commit' })
    await alive(page)
    const image = body(page).locator('img').first()
    await expect
      .poll(async () => {
        await page.clock.fastForward(5000)
        return image.evaluate(element => (element as HTMLImageElement).naturalWidth)
      })
      .toBe(1)
    expect(asked).toEqual([first.own, first.rule, first.proxy])
  })

  test('without a network there is a note at once, and the picture comes with the network', async ({
    page,
    context,
  }) => {
    let isCutOff = false
    const asked = await answerFor(page, address => {
      if (isCutOff) return route => route.abort('internetdisconnected')
      return address.startsWith('https://img.') && picture
    })
    await page.clock.install()
    const help = page.waitForResponse(/rescue-pictures/)
    await open(page, path)
    await expectShown(body(page).locator('img').first())
    await page.clock.fastForward(5000)
    await help
    isCutOff = true
    await context.setOffline(true)
    const figure = body(page).locator('figure').nth(1)
    await figure.scrollIntoViewIfNeeded()
    await expect(note(figure)).toBeVisible()
    expect(new Set(asked)).toEqual(new Set([first.own, second.own, third.own]))

    isCutOff = false
    await context.setOffline(false)
    await expectShown(figure.locator('img'))
    await expect(note(figure)).toHaveCount(0)
  })

  test('pictures that fail in every way move nothing, hold up nothing, and are not asked for again', async ({
    page,
  }) => {
    const asked = await answerFor(page, address => {
      const name = failing.pictures.find(each => address.includes(each.name))?.name
      if (name === 'missing.png') return route => route.fulfill({ status: 404 })
      if (name === 'empty.png') return route => route.fulfill({ body: '', contentType: 'image/png' })
      if (name === 'text.png') return route => route.fulfill({ body: 'words', contentType: 'text/plain' })
      if (name === 'hanging.png') return () => undefined
      if (name === 'dead.png') return route => route.abort('namenotresolved')
      return null
    })
    await page.clock.install()
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await open(page, `a/${failing.id}/`)
    await expect(body(page).getByText('文字从不等图片。')).toBeVisible()
    const figures = body(page).locator('figure')
    await expect(figures).toHaveCount(failing.pictures.length)
    for (const [index, { attributes }] of failing.pictures.entries()) {
      const figure = figures.nth(index)
      await figure.evaluate(element => element.scrollIntoView({ block: 'center' }))
      await expect
        .poll(async () => {
          await page.clock.fastForward(5000)
          return figure.getByRole('button', { name: '重试' }).count()
        })
        .toBe(1)
      const alt = /alt="(.*?)"/.exec(attributes)?.[1]
      if (alt) await expect(figure.locator('.missing-picture')).toContainText(alt)
      const [room, placeholder] = await Promise.all(
        ['img', '.missing-picture'].map(selector => figure.locator(selector).boundingBox()),
      )
      // It may be wider than a small picture, but not higher.
      expect(placeholder).toMatchObject({ y: room!.y, height: room!.height })
      await expect(figure.getByRole('button', { name: '重试' })).toBeInViewport()
    }
    await frames(page)
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
    // Own address and proxy, each once.
    expect(asked).toHaveLength(2 * failing.pictures.length)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('of two pictures in one figure each has a note of its own, and gives its room back', async ({
    page,
  }) => {
    let isUp = false
    await answerFor(page, address => isUp && address === second.own && picture)
    await page.route(`**/${path}`, async route => {
      const response = await route.fetch()
      const html = await response.text()
      const [image] = /<img [^>]*first\.png[^>]*>/.exec(html)!
      await route.fulfill({
        response,
        body: html.replace(image, image + image.replaceAll('first.png', 'second.png')),
      })
    })
    await open(page, path)
    const figure = body(page).locator('figure').first()
    await expect(note(figure)).toHaveCount(2)
    const boxes = await Promise.all(
      [0, 1].flatMap(index =>
        ['img', '.missing-picture'].map(selector => figure.locator(selector).nth(index).boundingBox()),
      ),
    )
    expect(boxes[1]).toEqual(boxes[0])
    expect(boxes[3]).toEqual(boxes[2])
    expect(boxes[2]!.y).toBeGreaterThan(boxes[0]!.y)

    isUp = true
    await figure.getByRole('button', { name: '重试' }).nth(1).click()
    await expectShown(figure.locator('img').nth(1))
    await expect(note(figure)).toHaveCount(1)
    await expect(figure.locator('> img')).toHaveCount(1)
  })

  test('a page in the language of the reader starts nothing anew', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL, locale: 'en-US', serviceWorkers: 'block' })
    const asked = await answerFor(page, () => null)
    await open(page, path)
    await expect(body(page).getByText('This picture cannot be shown now')).toBeVisible()
    await frames(page)
    expect(asked).toEqual([first.own, first.rule, first.proxy, first.seed])
    await page.close()
  })

  test('a cover comes the way that worked for its host', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage['shiye.pictures'] = '{"img.rescued.example":"rule"}'
    })
    await answerFor(page, address => address === first.rule && picture)
    await open(page, 'c/新媒体/示例/图片/')
    const cover = page.getByRole('listitem').filter({ hasText: '条条大路' }).locator('.cover img')
    await expectShown(cover)
    await expect(cover).toBeVisible()
  })

  test('a page by https asks for no picture by http', async ({ page }) => {
    const asked = await answerFor(page, () => null)
    await page.route(`${ORIGIN}/**`, route => route.fulfill({ path: fileFor(route.request().url()) }))
    for (const id of [rescued.id, failing.id]) {
      await open(page, `${ORIGIN}/a/${id}/`)
      await expect(note(body(page)).first()).toBeVisible()
    }
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.filter(address => !address.startsWith('https://'))).toEqual([])
  })
})

test('a refusal that the worker kept in place of a picture is thrown away', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, './')
  await controlled(page)
  // As the worker keeps them: of another host it cannot tell the one from the other.
  await page.evaluate(
    async ([own, seed, png]) => {
      const cache = await caches.open('pictures')
      await cache.put(
        own!,
        new Response('<h1>No hotlinking</h1>', { headers: { 'Content-Type': 'text/html' } }),
      )
      await cache.put(seed!, await fetch(png!))
    },
    [first.own, first.seed, 'icon-192.png'],
  )
  await open(page, path)
  const image = body(page).locator('img').first()
  await expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(192)
  await expect(image).toHaveJSProperty('src', first.seed)
  const isKept = (address: string) => page.evaluate(async key => !!(await caches.match(key)), address)
  await expect.poll(() => isKept(first.own)).toBe(false)
  expect(await isKept(first.seed)).toBe(true)
})

test('offline, a picture that was kept under another address is found there', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, './')
  await controlled(page)
  await open(page, path)
  await expect(note(body(page)).first()).toBeVisible()
  await expect.poll(() => page.evaluate(async () => !!(await caches.match(location.href)))).toBe(true)
  await page.evaluate(
    async ([address, png]) => (await caches.open('pictures')).put(address!, await fetch(png!)),
    [first.proxy, '../../icon-192.png'],
  )
  await context.setOffline(true)
  await page.reload()
  const image = body(page).locator('img').first()
  await expect.poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth)).toBe(192)
  await expect(image).toHaveJSProperty('src', first.proxy)
})

/** The file of the built site for an address. */
function fileFor(address: string): string {
  const file = join(distOf('root'), decodeURIComponent(new URL(address).pathname))
  return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file
}
