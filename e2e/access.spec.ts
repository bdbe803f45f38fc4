import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { brokenPictures, paged } from './make-seeds.ts'
import { expectRecorded, middleBlock, readTo } from './reading.ts'
import { alive, expect, frames, ids, open, ownRows, test } from './site.ts'

const pages = {
  home: './',
  category: `c/${paged.names.join('/')}/page/2/`,
  sample: `a/${ids.sample}/`,
  long: `a/${ids.long}/`,
  'broken pictures': `a/${brokenPictures.id}/`,
  archive: 'archive/',
  month: 'archive/2020/02/',
  'day of the year': 'on-this-day/?day=02-29',
  history: 'history/',
  statistics: 'statistics/',
  marks: 'marks/',
  saved: 'saved/',
  queue: 'queue/',
  mute: 'mute/',
  settings: 'settings/',
  'not found': 'no/such/page/',
}

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

/** Expects that axe has nothing to say of the page, in either theme. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await frames(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`,
    )
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
  }
}

for (const [name, path] of Object.entries(pages))
  test(`axe finds nothing on ${name}`, { tag: '@once' }, async ({ page }) => {
    await open(page, path)
    await expectAccessible(page, name)
  })

test('axe finds nothing once there is a history', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 1)
  await open(page, `a/${ids.long}/`)
  await expectRecorded(page, 2)
  await readTo(page, await middleBlock(page))
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveCount(2)
  await page.getByRole('button', { name: /^删除/ }).last().click()
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible()
  await expect(ownRows(page)).toHaveCount(1)
  await expectAccessible(page, 'history')
  await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
  await expect(page.getByRole('region', { name: '继续阅读' })).toBeVisible()
  await expectAccessible(page, 'home')
})

test('axe finds nothing on a rule, and in a queue', { tag: '@once' }, async ({ page }) => {
  await open(page, 'mute/?text=%E5%88%86%E9%A1%B5')
  await page.getByRole('button', { name: '屏蔽', exact: true }).click()
  await expect(page.getByRole('button', { name: '删除规则“分页”' })).toBeVisible()
  await expectAccessible(page, 'mute')
  await open(page, 'queue/')
  await page.getByRole('button', { name: '开始读' }).click()
  await expect(page.getByRole('region', { name: '我有几分钟' })).toBeVisible()
  await expectAccessible(page, 'article of a queue')
  await open(page, 'queue/')
  await expectAccessible(page, 'queue')
})

for (const width of [320, 390])
  test.describe(() => {
    test.use({ viewport: { width, height: 800 } })
    test(`nothing sticks out of a window ${width} wide`, { tag: '@once' }, async ({ page }) => {
      for (const size of ['1.125', '2.25'])
        for (const [name, path] of Object.entries(pages)) {
          await page.addInitScript(value => {
            localStorage['shiye.settings'] = JSON.stringify({ size: value })
          }, size)
          await page.goto(path)
          await alive(page)
          await frames(page)
          const excess = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement
            return scrollWidth - clientWidth
          })
          expect(excess, `${name}, ${size}`).toBeLessThanOrEqual(0)
        }
    })
  })
