import { huge } from './make-seeds.ts'
import { alive, body, expect, ids, open, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

test('an article page has one main, one article, one title and its date', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.sample}/`)
  await expect(page.locator('main')).toHaveCount(1)
  await expect(page.locator('main article')).toHaveCount(1)
  await expect(page.locator('article')).toHaveCount(1)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('main article h1')).toHaveText(titles.sample)
  await expect(page.locator('article time')).toHaveAttribute('datetime', '2021-07-11T20:07:12Z')
  await expect(page.locator('article time')).toHaveText('2021年7月12日')
  await expect(page.locator('article header')).toContainText(/ZAKER.*\d+ 分钟/)
})

test('the sample has four pictures with their sizes and own addresses', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.sample}/`)
  const pictures = await body(page)
    .locator('figure img')
    .evaluateAll(images =>
      images.map(image => {
        const { width, height, loading, fetchpriority, referrerpolicy } = Object.fromEntries(
          image.getAttributeNames().map(name => [name, image.getAttribute(name)]),
        )
        return {
          size: `${width}x${height}`,
          loading,
          fetchpriority: fetchpriority ?? null,
          referrerpolicy,
          origin: (image as HTMLElement).dataset.origin,
        }
      }),
    )
  const expected = [
    { size: '660x989', host: 'zkres1', file: '60ebbbe38e9f092f232cf3f5' },
    { size: '1000x622', host: 'zkres2', file: '60ebbbe38e9f092f232cf3f6' },
    { size: '1000x637', host: 'zkres2', file: '60ebbbe38e9f092f232cf3f7' },
    { size: '1000x749', host: 'zkres1', file: '60ebbbe38e9f092f232cf3f8' },
  ]
  expect(pictures).toEqual(
    expected.map(({ size, host, file }, index) => ({
      size,
      loading: index === 0 ? 'eager' : 'lazy',
      fetchpriority: index === 0 ? 'high' : null,
      referrerpolicy: 'no-referrer',
      origin: `http://${host}.myzaker.com/202107/${file}_1024.jpg`,
    })),
  )
})

test('the sample has exactly its three captions, and its first words are a paragraph', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${ids.sample}/`)
  const captions = body(page).locator('figcaption')
  await expect(captions).toHaveText([/福州青州.*摄$/, /成都科学城.*摄$/, /摄）?$/])
  await expect(body(page).locator('figure').first().locator('figcaption')).toHaveCount(0)
  await expect(body(page).locator('> p').first()).toHaveText(/^7月9日，习近平总书记主持召开/)
})

test('the text of an article is in its page once', { tag: '@once' }, async ({ request }) => {
  const html = await (await request.get(`a/${ids.sample}/`)).text()
  // Not of the first words: those are the description too.
  for (const sentence of ['三年多来，几次中央深改委会议', '如何体现 " 高质量发展 "', '海关通关一体化'])
    expect(html.split(sentence), sentence).toHaveLength(2)
  const long = await (await request.get(`a/${ids.long}/`)).text()
  expect(long.match(/<h2/g)?.length).toBeGreaterThan(3)
  const [, sentence] = /<p>([^<]{30,})<\/p><h2/.exec(long)!
  expect(long.split(sentence!)).toHaveLength(2)
})

test('previous and next lead through the category', { tag: '@once' }, async ({ page }) => {
  await open(page, 'a/e2e0000000000002/')
  const neighbours = page.getByRole('navigation', { name: '前后文章' })
  await expect(neighbours.getByRole('link')).toHaveText([/分页示例之1$/, /分页示例之3$/])
  await neighbours.getByRole('link', { name: /之3/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('分页示例之3')
  await neighbours.getByRole('link', { name: /之2/ }).click()
  await expect(page).toHaveURL('a/e2e0000000000002/')

  await open(page, 'a/e2e0000000000001/')
  await expect(neighbours.getByRole('link')).toHaveText([/分页示例之2$/])
})

test('the original is a link away where the seed names it', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.linked}/`)
  const original = page.getByRole('link', { name: '阅读原文' })
  await expect(original).toHaveAttribute('href', 'https://example.org/letters/what-is-in-a-seed')
  await expect(original).toHaveAttribute('rel', /noopener/)
  await open(page, `a/${ids.welcome}/`)
  await expect(original).toHaveCount(0)
})

test('every kind of text in the long article is there, after a link in the app as well', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  const shape = () =>
    body(page).evaluate(element =>
      ['h2', 'pre code', 'table', 'blockquote', 'ol', 'ul', 'sup a', 'figure img'].map(
        selector => `${selector}: ${element.querySelectorAll(selector).length}`,
      ),
    )
  const prerendered = await shape()
  expect(prerendered.filter(each => each.endsWith(': 0'))).toEqual([])
  const text = await body(page).textContent()

  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await page.getByRole('main').getByRole('heading').getByRole('link', { name: titles.long }).click()
  await expect(page).toHaveURL(`a/${ids.long}/`)
  await expect(body(page)).toHaveText(text!)
  expect(await shape()).toEqual(prerendered)
})

test('a footnote leads down to its note and back', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await expect(
    body(page)
      .getByRole('button', { name: /^查看大图/ })
      .first(),
  ).toBeAttached()
  const call = body(page).locator('sup a').first()
  await call.click()
  await page.getByRole('dialog').getByRole('button', { name: '到注释处' }).click()
  const target = new URL(page.url()).hash
  expect(target).not.toBe('')
  await expect(page.locator(`[id="${decodeURIComponent(target.slice(1))}"]`)).toBeInViewport()
})

for (const [kind, id, title] of [
  ['short', ids.welcome, titles.welcome],
  ['in parts', huge.id, huge.title],
] as const)
  test(`an article that something changed before the app came keeps its text: ${kind}`, {
    tag: '@once',
  }, async ({ page, reports }) => {
    test.slow()
    // As extensions and translators do.
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.querySelector('main h1')!.textContent = 'Translated'
        document.querySelector('main')!.append(document.createElement('aside'))
      })
    })
    let come = () => {}
    const line = new Promise<void>(resolve => {
      come = resolve
    })
    await page.route('**/assets/*.js', async route => {
      await line
      await route.continue()
    })
    await page.goto(`a/${id}/`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Translated')
    const paragraphs = await body(page).getByRole('paragraph').count()
    come()
    await alive(page)
    await expect(heading).toHaveText(title)
    await expect(body(page).getByRole('paragraph')).toHaveCount(paragraphs)
    await page.getByRole('button', { name: '阅读设置' }).click()
    await expect(page.getByRole('dialog', { name: '阅读设置' })).toBeVisible()
    // React says that the page was another: https://react.dev/errors/418
    expect(reports.splice(0)).toEqual([expect.stringContaining('#418')])
  })
