import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { ferries, huge } from './make-seeds.ts'
import { body, expect, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const findButton = (page: Page) => page.getByRole('toolbar').getByRole('button', { name: '在文中查找' })
const strip = (page: Page) => page.getByRole('region', { name: '在文中查找' })
const field = (page: Page) => strip(page).getByRole('searchbox')
const count = (page: Page) => strip(page).getByRole('status')

async function openFind(page: Page, id: string) {
  await open(page, `a/${id}/`)
  await findButton(page).click()
  await expect(field(page)).toBeFocused()
}

/** The block of the hit that the reader is at, how the hit stands there, and where in the window. */
const current = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('found-now') ?? [])] as Range[]
    const box = range?.getBoundingClientRect()
    return {
      text: range?.toString().replace(/\s+/g, ' '),
      block: range?.startContainer.parentElement?.closest('p')?.textContent.replace(/\s/g, ''),
      isInView: !!box && box.height > 0 && box.top > 60 && box.bottom < innerHeight - 60,
    }
  })
const painted = (page: Page) => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)

test('words are found however they are written, and also where they are folded up', { tag: '@once' }, async ({
  page,
}) => {
  await openFind(page, ferries.id)
  await field(page).pressSequentially('ferry')
  await expect(count(page)).toHaveText('1 / 6')
  await expect.poll(() => painted(page)).toBe(6)
  const ways = ['ｆｅｒｒｙ', 'Ferry', 'ferry', 'FERRY', 'fer ry', 'ferry']
  for (const [index, text] of ways.entries()) {
    await expect(count(page)).toHaveText(`${index + 1} / 6`)
    await expect.poll(() => current(page)).toMatchObject({ text, isInView: true })
    expect((await current(page)).block).toContain(`第${'一二三四五六'[index]}个`)
    await page.keyboard.press('Enter')
  }
  await expect(body(page).locator('details[open]')).toHaveCount(2)
  // Around the end, and back again.
  await expect(count(page)).toHaveText('1 / 6')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('6 / 6')
  await strip(page).getByRole('button', { name: '上一处' }).click()
  await expect.poll(() => current(page)).toMatchObject({ text: 'fer ry', isInView: true })

  await field(page).fill('没有的东西')
  await expect(count(page)).toHaveText('0 / 0')
  await expect.poll(() => painted(page)).toBe(0)
  await expect(strip(page).getByRole('button', { name: '下一处' })).toBeDisabled()

  // One character is enough; the search goes on from where it was.
  await field(page).fill('船')
  await expect(count(page)).toHaveText('1 / 2')
  const place = await page.evaluate(() => scrollY)
  await field(page).press('Escape')
  await expect(strip(page)).toBeHidden()
  await expect(findButton(page)).toBeFocused()
  expect(await page.evaluate(() => [scrollY, CSS.highlights.size])).toEqual([place, 0])
})

test('a long text is searched to its end, drawn or not', { tag: '@once' }, async ({ page }) => {
  await openFind(page, huge.id)
  await field(page).fill('河岸')
  await expect(count(page)).toHaveText(`1 / ${huge.paragraphs}`)
  await field(page).fill(`第${huge.note}段，「引文`)
  await expect(count(page)).toHaveText('1 / 1')
  await expect.poll(() => current(page)).toMatchObject({ isInView: true })
  expect((await current(page)).block).toContain(`第${huge.note}段`)
  await field(page).fill(`第${huge.paragraphs}段`)
  await expect.poll(async () => (await current(page)).block).toContain(`第${huge.paragraphs}段`)
  await expect.poll(() => current(page)).toMatchObject({ isInView: true })
})

for (const width of [390, 1440])
  test.describe(() => {
    test.use({ viewport: { width, height: 844 } })
    test(`axe finds nothing on the search, ${width} wide`, { tag: '@once' }, async ({ page }) => {
      await openFind(page, ferries.id)
      await field(page).fill('不在')
      await expect(count(page)).toHaveText('0 / 0')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
      }
    })
  })
