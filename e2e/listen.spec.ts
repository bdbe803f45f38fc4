import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { finish, giveVoice, isSpeaking, said } from './fake-voice.ts'
import { heard, huge } from './make-seeds.ts'
import { body, expect, ids, open, test } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } })

const { first, second } = heard
const listenButton = (page: Page) => page.getByRole('toolbar').getByRole('button', { name: '朗读' })
const strip = (page: Page) => page.getByRole('region', { name: '朗读' })
const press = (page: Page, name: string) => strip(page).getByRole('button', { name, exact: true }).click()

async function listen(page: Page, id: string) {
  await open(page, `a/${id}/`)
  await listenButton(page).click()
  await expect(strip(page)).toBeVisible()
}

/** What the voice was given, without its name and speed. */
const texts = async (page: Page) => (await said(page)).map(text => text.replace(/^.*?: /, ''))

/** The sentence that is painted, and whether it can be read. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('spoken') ?? [])] as Range[]
    const box = range?.getBoundingClientRect()
    return {
      text: range?.toString(),
      isInView: !!box && box.height > 0 && box.top > 50 && box.bottom < innerHeight - 60,
    }
  })

test('an article is read from its title to its end, without what is for the eye', { tag: '@once' }, async ({
  page,
}) => {
  await giveVoice(page)
  await listen(page, first.id)
  const all = [first.title, ...first.sentences]
  for (const [index, text] of all.entries()) {
    await expect.poll(() => texts(page)).toEqual(all.slice(0, index + 1))
    await expect.poll(() => painted(page)).toEqual({ text, isInView: true })
    await expect(strip(page)).toContainText(`${index + 1} / ${all.length} 句`)
    await finish(page)
  }
  await expect(strip(page)).toContainText('读完了')
  expect(await isSpeaking(page)).toBe(false)
  expect((await said(page))[0]).toBe(`Voice of zh-CN 1: ${first.title}`)
})

test('the voice goes where the reader wants it, and the page follows until the reader leaves', {
  tag: '@once',
}, async ({ page }) => {
  await giveVoice(page)
  await listen(page, first.id)
  await expect.poll(() => isSpeaking(page)).toBe(true)
  await press(page, '下一句')
  await press(page, '暂停')
  expect(await isSpeaking(page)).toBe(false)
  await press(page, '下一句')
  await press(page, '上一句')
  await press(page, '播放')
  const [dark, boat, half, deep] = first.sentences
  await expect.poll(() => texts(page)).toEqual([first.title, dark, dark])

  // A press on a sentence.
  await body(page).getByText(half!).click()
  await expect.poll(() => texts(page)).toEqual([first.title, dark, dark, half])

  // Elsewhere, the reader is left alone, until they want to come back.
  await page.mouse.wheel(0, 100_000)
  await expect(strip(page).getByRole('button', { name: '回到朗读处' })).toBeVisible()
  const place = await page.evaluate(() => scrollY)
  await press(page, '上一句')
  await expect.poll(() => painted(page)).toEqual({ text: boat, isInView: false })
  expect(await page.evaluate(() => scrollY)).toBe(place)
  await press(page, '回到朗读处')
  await expect.poll(() => painted(page)).toEqual({ text: boat, isInView: true })
  await finish(page)
  await finish(page)
  await expect.poll(() => painted(page)).toEqual({ text: deep, isInView: true })

  await press(page, '关闭')
  await expect(strip(page)).toBeHidden()
  expect(await isSpeaking(page)).toBe(false)
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)

  // Opened again, it begins at what is in sight.
  await listenButton(page).click()
  await expect.poll(async () => (await texts(page)).at(-1)).toBe(deep)
})

test('speed and voice are the reader’s, and stay', { tag: '@once' }, async ({ page }) => {
  await giveVoice(page)
  await listen(page, first.id)
  await press(page, '语速和声音')
  await strip(page).getByRole('slider', { name: '语速' }).fill('1.5')
  await expect(strip(page).getByRole('combobox', { name: '声音' }).getByRole('option')).toHaveText([
    /zh-CN/,
    /zh-TW.*联网/,
  ])
  await strip(page).getByRole('combobox', { name: '声音' }).selectOption('zh-TW')
  await expect.poll(async () => (await said(page)).at(-1)).toBe(`Voice of zh-TW 1.5: ${first.title}`)
  await listen(page, second.id)
  await expect.poll(() => said(page)).toEqual([`Voice of zh-TW 1.5: ${second.title}`])
})

test('the next article follows, until the reader goes elsewhere', { tag: '@once' }, async ({ page }) => {
  await giveVoice(page)
  await listen(page, first.id)
  await press(page, '语速和声音')
  await strip(page).getByRole('checkbox', { name: '读完接着读下一篇' }).check()
  for (const text of [first.title, ...first.sentences]) {
    await expect.poll(async () => (await texts(page)).at(-1)).toBe(text)
    await finish(page)
  }
  await expect(page).toHaveURL(new RegExp(second.id))
  await expect.poll(async () => (await texts(page)).at(-1)).toBe(second.title)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await finish(page)
  await expect.poll(async () => (await texts(page)).at(-1)).toBe(second.sentences[0])
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.title)
  expect(await isSpeaking(page)).toBe(false)
  await expect(listenButton(page)).toHaveAttribute('aria-expanded', 'false')
})

test('media keys lead the voice', { tag: '@once' }, async ({ page }) => {
  await giveVoice(page)
  await page.addInitScript(() => {
    const keys: Record<string, unknown> = {}
    Object.assign(window, { keys })
    navigator.mediaSession.setActionHandler = (name, act) => {
      keys[name] = act
    }
  })
  const key = (name: string) => page.evaluate(name => Reflect.get(window, 'keys')[name](), name)
  const session = () =>
    page.evaluate(() => [navigator.mediaSession.metadata?.title, navigator.mediaSession.playbackState])
  await listen(page, first.id)
  await expect.poll(session).toEqual([first.title, 'playing'])
  await key('nexttrack')
  await expect.poll(async () => (await texts(page)).at(-1)).toBe(first.sentences[0])
  await key('pause')
  expect([await isSpeaking(page), await session()]).toEqual([false, [first.title, 'paused']])
  await key('play')
  expect(await isSpeaking(page)).toBe(true)
  await key('stop')
  await expect(strip(page)).toBeHidden()
  expect([await isSpeaking(page), await session()]).toEqual([false, [undefined, 'none']])
})

test('a long text is read from where the reader is', { tag: '@once' }, async ({ page }) => {
  await giveVoice(page)
  await open(page, `a/${huge.id}/`)
  await expect(listenButton(page)).toBeVisible()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  await listenButton(page).click()
  await expect.poll(() => painted(page)).toMatchObject({ isInView: true })
  const [begun] = await texts(page)
  expect(Number(/^第(\d+)段/.exec(begun!)?.[1])).toBeGreaterThan(huge.paragraphs / 4)
  // What stands there is what is heard.
  const seen = await body(page).evaluate(element => {
    const { left } = element.getBoundingClientRect()
    return [100, 130, 160].map(y => document.elementFromPoint(left + 5, y)?.textContent)
  })
  expect(seen.join()).toContain(begun)
})

test('where nobody speaks the language, the strip says so', { tag: '@once' }, async ({ page }) => {
  await giveVoice(page, ['en-US'])
  await listen(page, ids.welcome)
  await expect(strip(page).getByRole('status')).toContainText('没有能读中文的声音')
  await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'))
  await listen(page, ids.sample)
  await expect(strip(page).getByRole('status')).toContainText('这个浏览器不会朗读')
})

for (const width of [390, 1440])
  test.describe(() => {
    test.use({ viewport: { width, height: 844 } })
    test(`axe finds nothing on listening, ${width} wide`, { tag: '@once' }, async ({ page }) => {
      await giveVoice(page)
      await listen(page, first.id)
      await press(page, '语速和声音')
      await expect(strip(page).getByRole('slider')).toBeVisible()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
      }
    })
  })
