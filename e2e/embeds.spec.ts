import type { Page } from 'playwright/test'
import { embeds } from './make-seeds.ts'
import { articleLink, body, expect, frames, open, test } from './site.ts'

// Requests that the test watches and answers: a worker would make them out of its sight.
test.use({ serviceWorkers: 'block' })

const PLAYER = '<!doctype html><meta charset="utf-8"><title>player</title><button>播放器</button>'

/** Answers for all other hosts, and remembers what was asked of them. */
async function watchOthers(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(
    url => url.hostname !== '127.0.0.1',
    route => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: PLAYER })
    },
  )
  return asked
}

const card = (page: Page, name: string | RegExp) => body(page).getByRole('button', { name })

test('nothing is asked of anyone until the reader wants to see it', { tag: '@once' }, async ({ page }) => {
  const asked = await watchOthers(page)
  await open(page, `a/${embeds.id}/`)
  const play = card(page, `播放：${embeds.film.title}（哔哩哔哩）`)
  await expect(play).toBeVisible()
  await expect(play).toHaveAccessibleDescription('播放时连接 player.bilibili.com')
  for (const element of await body(page).locator('> *').all()) await element.scrollIntoViewIfNeeded()
  await frames(page)
  expect(asked).toEqual([])
  await expect(page.locator('iframe')).toHaveCount(0)

  const place = await play.evaluate(element => element.closest('figure')!.getBoundingClientRect().height)
  await play.focus()
  await page.keyboard.press('Enter')
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('src', embeds.film.player)
  await expect(frame).toHaveAttribute('title', embeds.film.title)
  await expect(frame).toHaveAttribute('sandbox', /^allow-scripts allow-same-origin(?!.*allow-top-navigation)/)
  await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer')
  await expect(frame).toBeFocused()
  await expect(page.frameLocator('iframe').getByRole('button', { name: '播放器' })).toBeVisible()
  expect(asked).toEqual([embeds.film.player])
  expect(await frame.evaluate(element => element.closest('figure')!.getBoundingClientRect().height)).toBe(
    place,
  )
})

test('players, frames and films: cards, a link, and controls that wait', { tag: '@once' }, async ({
  page,
}) => {
  const asked = await watchOthers(page)
  await open(page, `a/${embeds.id}/`)
  await expect(card(page, /^播放：/)).toHaveCount(4)
  await expect(body(page).getByRole('link', { name: '在哔哩哔哩打开' })).toHaveAttribute(
    'href',
    'https://www.bilibili.com/video/BV17x411w7KC',
  )
  await expect(body(page).getByRole('link', { name: '渡口的位置' })).toHaveAttribute(
    'href',
    'https://maps.example/embed?at=1',
  )
  for (const [tag, file] of [
    ['video', 'boat.mp4'],
    ['audio', 'river.mp3'],
  ] as const) {
    const media = body(page).locator(tag)
    await expect(media).toHaveAttribute('src', `https://media.example/${file}`)
    expect(
      await media.evaluate(element => {
        const { controls, autoplay, loop, preload, paused } = element as HTMLMediaElement
        return { controls, autoplay, loop, preload, paused }
      }),
    ).toEqual({ controls: true, autoplay: false, loop: false, preload: 'none', paused: true })
  }
  expect(asked).toEqual([])

  // One that has to know where it is, is told the site and not the page.
  await card(page, /How a page is set/).click()
  await expect(page.locator('iframe')).toHaveAttribute('src', embeds.talk.player)
  await expect(page.locator('iframe')).toHaveAttribute('referrerpolicy', 'strict-origin')
})

test('an article that is opened by a link has the same cards', { tag: '@once' }, async ({ page }) => {
  await watchOthers(page)
  await open(page, 'c/新媒体/示例/视频/')
  await articleLink(page, '会动的文章').click()
  await expect(card(page, /^播放：/)).toHaveCount(4)
  await expect(
    body(page).locator('video[controls][preload=none], audio[controls][preload=none]'),
  ).toHaveCount(2)
  await card(page, /江上一日/).click()
  await expect(page.locator('iframe')).toHaveAttribute('src', embeds.film.player)
  await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
  await expect(page.locator('iframe')).toHaveCount(0)
})

test('without a network a card says so, and plays when it is back', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await watchOthers(page)
  await open(page, `a/${embeds.id}/`)
  await expect(card(page, /江上一日/)).toBeVisible()
  await context.setOffline(true)
  await card(page, /江上一日/).click()
  await expect(body(page).getByText('现在没有网络，连上后再播放')).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  await context.setOffline(false)
  await card(page, /江上一日/).click()
  await expect(page.locator('iframe')).toHaveAttribute('src', embeds.film.player)
})

test('cards speak English to an English reader', { tag: '@once' }, async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: 'en-US' })
  await open(page, `a/${embeds.id}/`)
  await expect(card(page, 'Play 江上一日 (Bilibili)')).toHaveAccessibleDescription(
    'Playing connects to player.bilibili.com',
  )
  await expect(body(page).getByRole('link', { name: 'Open on YouTube' })).toBeVisible()
  await page.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a card is a link to the page at the provider’s, with its title and host', { tag: '@once' }, async ({
    page,
  }) => {
    await page.goto(`a/${embeds.id}/`)
    const link = body(page).getByRole('link', { name: '江上一日 www.bilibili.com' })
    await expect(link).toBeVisible()
    await expect(link).toHaveAttribute('href', 'https://www.bilibili.com/video/BV17x411w7KC')
  })
})
