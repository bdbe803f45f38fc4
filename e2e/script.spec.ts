import type { Page } from 'playwright/test'
import { huge, scripted } from './make-seeds.ts'
import { articleLink, body, expect, ids, notice, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const blocks = (page: Page) => body(page).locator('> *')
const article = (page: Page) => page.getByRole('article')

async function pressTool(page: Page) {
  await page.getByRole('toolbar', { name: '阅读工具' }).getByRole('button', { name: '更多' }).click()
  await page.getByRole('dialog', { name: '更多' }).getByRole('button', { name: '简繁转换' }).click()
}

async function choose(page: Page, name: string) {
  await page.getByRole('toolbar', { name: '阅读工具' }).getByRole('button', { name: '阅读设置' }).click()
  await page.getByRole('group', { name: '简繁' }).getByRole('radio', { name }).check()
  await page.keyboard.press('Escape')
}

test('an article is shown in the reader’s script, and the original is one tap away', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${scripted.id}/`)
  const original = (await body(page).textContent())!
  await choose(page, '台湾正体')
  await expect(blocks(page).first()).toHaveText('印表機的「發展」，與頭髮無關。')
  await expect(blocks(page).nth(1)).toHaveText('執行 软件 "头发" 即可；日本人寫作発展 国会。')
  await expect(blocks(page).nth(2)).toHaveText('打印机')
  await expect(blocks(page).nth(3)).toHaveText('網際網路')
  await expect(blocks(page).last()).toContainText('皇后在宮殿後面說了一句「這裡的麵條」。')
  await expect(title(page)).toHaveText('軟體裡的「頭髮」')
  await expect(article(page)).toHaveAttribute('lang', 'zh-Hant-TW')

  await choose(page, '香港繁体')
  await expect(blocks(page).first()).toHaveText('打印機的「發展」，與頭髮無關。')
  await expect(article(page)).toHaveAttribute('lang', 'zh-Hant-HK')

  await pressTool(page)
  await expect(notice(page, '已显示原文')).toBeVisible()
  await expect.poll(() => body(page).textContent()).toBe(original)
  await expect(title(page)).toHaveText(scripted.title)
  await expect(article(page)).toHaveAttribute('lang', 'zh-CN')
  await pressTool(page)
  await expect(notice(page, '以香港繁体显示')).toBeVisible()
  await expect(title(page)).toHaveText('軟件裏的「頭髮」')

  // Chosen once, it holds for the next article and the next visit; taken back, for those too.
  await page.reload()
  await expect(title(page)).toHaveText('軟件裏的「頭髮」')
  await page.goto('c/新媒体/示例/排版/')
  await articleLink(page, '引号 " 与 " 标点').click()
  await expect(title(page)).toHaveText('引號 " 與 " 標點')
  await expect(body(page).locator('blockquote')).toHaveText('The word " 中文 " , as it stands 7 月.')
  await page.getByRole('banner').getByRole('link', { name: '设置' }).click()
  await page.getByRole('group', { name: '简繁' }).getByRole('radio', { name: '原文' }).check()
  await page.goBack()
  await expect(title(page)).toHaveText('引号 " 与 " 标点')
  await expect(blocks(page).first()).toHaveText(/^他提出“更大的耐心”，并在/)
})

test('a reader of mainland script sees mainland quotes and no dictionary is loaded for it', {
  tag: '@once',
}, async ({ page }) => {
  const dictionaries: string[] = []
  page.on('request', request => request.url().includes('/on-use/') && dictionaries.push(request.url()))
  await open(page, `a/${ids.long}/`)
  const original = (await body(page).textContent())!
  await choose(page, '简体')
  await expect(article(page)).toHaveAttribute('lang', 'zh-Hans')
  await expect(body(page)).toContainText('“')
  const mainland = original.replace(/[「」『』]/g, mark => '“”‘’'['「」『』'.indexOf(mark)]!)
  await expect.poll(() => body(page).textContent()).toBe(mainland)
  expect(dictionaries).toEqual([])
})

test('a long article is converted where the reader is', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${huge.id}/`)
  await choose(page, '台湾正体')
  await expect(
    body(page)
      .getByText(/^第 ?1 ?段/)
      .first(),
  ).toContainText('「引文」之後是河岸與燈火')
  await page.mouse.wheel(0, 30_000)
  const textInView = () =>
    body(page).evaluate(element =>
      [...element.querySelectorAll('p')]
        .filter(({ textContent }) => textContent)
        .find(paragraph => paragraph.getBoundingClientRect().top > 100)!
        .textContent.replace(/\d+/, ''),
    )
  await expect.poll(textInView).toMatch(/^第 *段，「引文」之後是河岸與燈火。$/)
})
