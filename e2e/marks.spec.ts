import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Download, Page } from 'playwright/test'
import { contrastOf } from './contrast.ts'
import { huge, typography } from './make-seeds.ts'
import { body, expect, frames, ids, notice, open, ownRows, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({
  serviceWorkers: 'block',
  contextOptions: { reducedMotion: 'reduce' },
  permissions: ['clipboard-read', 'clipboard-write'],
})

/** Words of 屏幕上的中文, each there once, in their order. */
const words = ['排好就不动了', '无论怎么变，都要守住什么', '每个字都占同样大小的一格']

const menu = (page: Page) => page.getByRole('toolbar', { name: '标记所选文字' })
const markMenu = (page: Page) => page.getByRole('toolbar', { name: '这处标记' })
const noteBox = (page: Page) => page.getByRole('dialog', { name: '写笔记' })
const row = (page: Page, text: string) => ownRows(page).filter({ hasText: text })

/** Where some words of the body stand in the window. */
function boxOf(page: Page, text: string) {
  return body(page).evaluate((element, text) => {
    const range = document.createRange()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const at = (walker.currentNode as Text).data.indexOf(text)
      if (at < 0) continue
      range.setStart(walker.currentNode, at)
      range.setEnd(walker.currentNode, at + text.length)
      break
    }
    const { top, bottom } = range.getBoundingClientRect()
    if (top < 100 || bottom > innerHeight - 250) scrollBy(0, top - 300)
    const [first, last] = [range.getClientRects()[0]!, [...range.getClientRects()].at(-1)!]
    const middle = ({ y, height }: DOMRect) => y + height / 2
    return { left: first.left, top: middle(first), right: last.right, bottom: middle(last) }
  }, text)
}

/** Selects words as a hand with a mouse does. */
async function select(page: Page, text: string) {
  const { left, top, right, bottom } = await boxOf(page, text)
  await page.mouse.move(left + 1, top)
  await page.mouse.down()
  await page.mouse.move(right - 1, bottom, { steps: 4 })
  await page.mouse.up()
  await expect(menu(page)).toBeVisible({ timeout: 20_000 }) // a very long article takes its time to begin with
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(text)
}

async function highlight(page: Page, text: string, colour = '黄色') {
  await select(page, text)
  await menu(page)
    .getByRole('button', { name: `标为${colour}` })
    .click()
  await expect(menu(page)).toBeHidden()
}

async function pressMark(page: Page, text: string) {
  const isPainted = (text: string) =>
    [...CSS.highlights].some(
      ([name, ranges]) => /^mark-(?!pending)/.test(name) && [...ranges].some(range => String(range) === text),
    )
  await expect.poll(() => page.evaluate(isPainted, text), 'it is there before it is pressed').toBe(true)
  const { left, top } = await boxOf(page, text)
  await page.mouse.click(left + 5, top)
}

/** What is painted in a way, in the order of the page. */
const painted = (page: Page, name: string) =>
  page.evaluate(name => [...(CSS.highlights.get(`mark-${name}`) ?? [])].map(range => String(range)), name)

const expectPainted = (page: Page, name: string, texts: string[]) =>
  expect.poll(() => painted(page, name)).toEqual(texts)

test('a passage is marked, is there again, takes another colour, goes and comes back', {
  tag: '@once',
}, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  const html = () => body(page).getByRole('paragraph').first().innerHTML()
  const before = await html()
  await highlight(page, words[0]!)
  await highlight(page, words[1]!, '蓝色')
  await expectPainted(page, 'yellow', [words[0]!])
  await expectPainted(page, 'blue', [words[1]!])
  expect(await html(), 'the page itself stays as it was').toBe(before)

  await page.reload()
  await expectPainted(page, 'yellow', [words[0]!])
  await pressMark(page, words[0]!)
  await expect(markMenu(page).getByRole('button', { name: '标为黄色' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await markMenu(page).getByRole('button', { name: '标为粉色' }).click()
  await expectPainted(page, 'yellow', [])
  await expectPainted(page, 'pink', [words[0]!])

  // The same words again are no second mark.
  await highlight(page, words[0]!, '绿色')
  await expectPainted(page, 'pink', [])
  await expectPainted(page, 'green', [words[0]!])

  await pressMark(page, words[0]!)
  await markMenu(page).getByRole('button', { name: '删除' }).click()
  await expectPainted(page, 'green', [])
  await page.getByRole('button', { name: '撤销' }).click()
  await expectPainted(page, 'green', [words[0]!])
})

test('a note is written by keyboard alone', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await select(page, words[0]!.slice(0, -1))
  await page.keyboard.press('Shift+ArrowRight')
  await expect(notice(page, '按 Tab 键可标记所选文字')).toBeAttached()
  await page.keyboard.press('Tab')
  await expect(menu(page).getByRole('button', { name: '标为黄色' })).toBeFocused()
  for (let times = 0; times < 4; times++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(noteBox(page).getByRole('textbox', { name: '笔记' })).toBeFocused()
  await page.keyboard.type('再想一想')
  await page.keyboard.press('Control+Enter')
  await expect(noteBox(page)).toBeHidden()
  await expectPainted(page, 'note', [words[0]!])
  // The keyboard is where the reader was.
  await expect(body(page).getByRole('paragraph').filter({ hasText: words[0]! })).toBeFocused()

  await select(page, words[1]!)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(menu(page)).toBeHidden()
  expect(await painted(page, 'yellow')).toEqual([words[0]!])
})

test('a note that is given up by mistake comes back', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await select(page, words[0]!)
  await menu(page).getByRole('button', { name: '笔记' }).click()
  const field = noteBox(page).getByRole('textbox', { name: '笔记' })
  await field.fill('写了很久')
  await page.keyboard.press('Escape')
  await expect(noteBox(page)).toBeHidden()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(field).toHaveValue('写了很久')
  await noteBox(page).getByRole('button', { name: '保存' }).click()
  await expectPainted(page, 'note', [words[0]!])
})

test('a note that is not finished outlives a reload and a tab that was closed', { tag: '@once' }, async ({
  page,
  context,
}) => {
  await open(page, `a/${ids.long}/`)
  await select(page, words[0]!)
  await menu(page).getByRole('button', { name: '笔记' }).click()
  await noteBox(page).getByRole('textbox').fill('写到一半')
  await noteBox(page).getByRole('radio', { name: '粉色' }).check({ force: true })
  await page.reload()
  await notice(page, '没写完').getByRole('button', { name: '继续写' }).click()
  await expect(noteBox(page).getByRole('textbox')).toHaveValue('写到一半')
  await noteBox(page).getByRole('textbox').fill('写到一半，又写')
  await page.close()

  const next = await context.newPage()
  await open(next, `a/${ids.long}/`)
  await notice(next, '没写完').getByRole('button', { name: '继续写' }).click()
  await noteBox(next).getByRole('button', { name: '保存' }).click()
  await expectPainted(next, 'pink', [words[0]!])
  await open(next, 'marks/')
  await expect(row(next, '写到一半，又写')).toBeVisible()
  await next.getByRole('button', { name: /^修改/ }).click()
  await next.getByRole('textbox', { name: '笔记' }).fill('改了')
  await next.reload()
  await expect(row(next, '没写完：改了')).toBeVisible()
  await next.getByRole('button', { name: /^修改/ }).click()
  await next.getByRole('button', { name: '取消' }).click()
  await expect(row(next, '写到一半，又写')).toBeVisible()
  await expect(row(next, '没写完')).toBeHidden()

  // What was written into a note that is kept is kept as well, with no word more.
  await next.getByRole('button', { name: /^修改/ }).click()
  await next.getByRole('textbox', { name: '笔记' }).fill('整条重写')
  await next.close()
  const last = await context.newPage()
  const other = await context.newPage()
  for (const page of [last, other]) {
    await open(page, `a/${ids.long}/`)
    await expect(notice(page, '没写完')).toBeVisible()
  }
  await last.bringToFront()
  await notice(last, '没写完').getByRole('button', { name: '继续写' }).click()
  await noteBox(last).getByRole('button', { name: '保存' }).click()
  await expect(notice(other, '没写完')).toBeHidden()
  await open(last, 'marks/')
  await expect(row(last, '整条重写')).toBeVisible()
  await expect(row(last, '写到一半')).toBeHidden()
})

test('copies are the words alone, or with their source', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await select(page, words[0]!)
  await page.keyboard.press('Control+c')
  expect(await clipboard()).toBe(words[0]!)
  await menu(page).getByRole('button', { name: '带出处复制' }).click()
  await expect(notice(page, '已复制')).toBeVisible()
  const { origin } = new URL(page.url())
  expect(await clipboard()).toBe(`${words[0]}\n\n——《${titles.long}》\n${origin}/a/${ids.long}/`)
  await highlight(page, words[1]!)
  await pressMark(page, words[1]!)
  await markMenu(page).getByRole('button', { name: '复制', exact: true }).click()
  await expect.poll(clipboard).toBe(words[1]!)
})

test('what is selected goes to the system’s share sheet', { tag: '@once' }, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = async data => void Object.assign(window, { shared: data })
  })
  await open(page, `a/${ids.long}/`)
  await select(page, words[0]!)
  await menu(page).getByRole('button', { name: '分享' }).click()
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual({
    title: titles.long,
    text: words[0],
    url: `${new URL(page.url()).origin}/a/${ids.long}/`,
  })
})

test('marks hold when the text is shown otherwise', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${typography.id}/`)
  const texts = () => body(page).getByRole('paragraph').first().textContent()
  const refined = (await texts())!
  await select(page, refined.slice(0, 6))
  await menu(page).getByRole('button', { name: '标为黄色' }).click()
  await expectPainted(page, 'yellow', [refined.slice(0, 6)])
  await open(page, 'settings/')
  await page.getByRole('radio', { name: '照原文' }).check()
  await open(page, `a/${typography.id}/`)
  const written = (await texts())!
  expect(written).not.toBe(refined)
  await expect.poll(() => painted(page, 'yellow')).toHaveLength(1)
  const letters = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '')
  expect(letters((await painted(page, 'yellow'))[0]!)).toBe(letters(refined.slice(0, 6)))
})

test('the list of marks is filtered, searched, changed, and leads to their places', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, 'history/')
  await page.getByRole('main').getByRole('link', { name: '标记', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('还没有标记')
  await open(page, `a/${ids.long}/`)
  await highlight(page, words[0]!)
  await highlight(page, words[2]!, '绿色')
  await open(page, `a/${ids.welcome}/`)
  const welcome = (await body(page).getByRole('paragraph').first().textContent())!.slice(0, 6)
  await select(page, welcome)
  await menu(page).getByRole('button', { name: '笔记' }).click()
  await noteBox(page).getByRole('textbox').fill('从这里开始')
  await noteBox(page).getByRole('radio', { name: '粉色' }).check({ force: true })
  await noteBox(page).getByRole('button', { name: '保存' }).click()
  await expectPainted(page, 'pink', [welcome])

  await open(page, 'marks/')
  const rows = ownRows(page)
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    titles.welcome,
    titles.long,
  ])
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: '绿色' }).click()
  await expect(rows).toHaveCount(1)
  await expect(page).toHaveURL(/colour=green/)
  await page.getByRole('button', { name: '绿色' }).click()
  await page.getByRole('button', { name: '有笔记' }).click()
  await expect(rows).toContainText([welcome])
  await page.getByRole('button', { name: '有笔记' }).click()
  await page.getByRole('searchbox').fill('开始')
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
  await expect(rows).toHaveCount(3)

  await row(page, welcome).getByRole('button', { name: '修改' }).click()
  await row(page, welcome).getByRole('textbox').fill('到这里为止')
  await row(page, welcome).getByRole('button', { name: '保存' }).click()
  await expect(row(page, welcome)).toContainText('到这里为止')
  await row(page, words[0]!).getByRole('button', { name: '删除' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(3)

  await row(page, words[2]!).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles.long)
  await expectPainted(page, 'found', [words[2]!])
  await expect.poll(async () => Math.round((await markBox(page, 'green')).top)).toBe(120)
  await expectPainted(page, 'found', [])
})

const markBox = (page: Page, name: string) =>
  page.evaluate(name => {
    const [range] = [...CSS.highlights.get(`mark-${name}`)!] as Range[]
    return range!.getBoundingClientRect()
  }, name)

test('the panel of an article leads to its marks, and tells which are lost', { tag: '@once' }, async ({
  page,
}) => {
  await open(page, `a/${ids.long}/`)
  await highlight(page, words[2]!)
  await highlight(page, words[0]!)
  await page.evaluate(changeFirstQuote, words[0]!)
  await page.reload()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '标记', exact: true }).click()
  const panel = page.getByRole('dialog', { name: '标记' })
  await expect(panel.getByRole('listitem')).toContainText([words[2]!, '原文里已找不到'])
  await panel.getByRole('button', { name: words[2]!, exact: true }).click()
  await expect(panel).toBeHidden()
  await expectPainted(page, 'found', [words[2]!])
  await open(page, 'marks/')
  await expect(row(page, '原文里已找不到')).toHaveCount(1)
})

/** As if the article had been another when it was marked. */
async function changeFirstQuote(quote: string): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answer(indexedDB.open('shiye'))
  const store = database.transaction('marks', 'readwrite').objectStore('marks')
  const mark = (await answer(store.getAll())).find(mark => mark.quote === quote)
  const elsewhere = { quote: '这句话后来被作者删去，别处再没有了', prefix: '甲乙丙', suffix: '丁戊己' }
  await answer(store.put({ ...mark, ...elsewhere }))
  database.close()
}

test('every tab shows what is marked in another', { tag: '@once' }, async ({ page, context }) => {
  const list = await context.newPage()
  await open(list, 'marks/')
  await expect(list.getByRole('main')).toContainText('还没有标记')
  await open(page, `a/${ids.long}/`)
  await highlight(page, words[0]!)
  await expect(row(list, words[0]!)).toBeVisible()
  await row(list, words[0]!).getByRole('button', { name: '删除' }).click()
  await expectPainted(page, 'yellow', [])
})

test('marks can be taken along as Markdown, JSON and CSV', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await highlight(page, words[0]!)
  await open(page, 'marks/')
  const textOf = async (download: Download) => readFile(await download.path(), 'utf8')
  for (const [format, ending] of [
    ['Markdown', 'md'],
    ['JSON', 'json'],
    ['CSV', 'csv'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `导出为 ${format}` }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`shiye-marks.${ending}`)
    const text = await textOf(download)
    expect(text).toContain(words[0])
    expect(text).toContain(`/a/${ids.long}/`)
  }
})

test('a mark in the middle of a very long article is found by its link', { tag: '@once' }, async ({
  page,
}) => {
  test.slow()
  await open(page, `a/${huge.id}/#in-note`)
  await expect(page.getByRole('toolbar', { name: '阅读工具' })).toBeVisible({ timeout: 30_000 })
  const note = page.locator('#in-note')
  await expect(note).toBeInViewport()
  const text = `第${huge.note}段`
  await expect(note).toContainText(text) // set
  await select(page, text)
  await menu(page).getByRole('button', { name: '标为蓝色' }).click()
  await open(page, 'marks/')
  await ownRows(page).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(huge.title)
  await expect.poll(() => painted(page, 'blue').then(texts => texts.length), { timeout: 30_000 }).toBe(1)
  await expect.poll(async () => Math.round((await markBox(page, 'blue')).top)).toBe(120)
})

test('where the browser keeps nothing, marking says so and reading goes on', { tag: '@once' }, async ({
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await open(page, `a/${ids.long}/`)
  await select(page, words[0]!)
  await menu(page).getByRole('button', { name: '标为黄色' }).click()
  await expect(notice(page, '没能保存：浏览器不允许')).toBeVisible()
  await open(page, 'marks/')
  await expect(page.getByRole('alert')).toContainText('标记没有开启')
})

test('every mark can be read in every theme', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await highlight(page, words[0]!)
  const colours = ['yellow', 'green', 'blue', 'pink']
  for (const theme of ['light', 'sepia', 'dark', 'black', 'eink']) {
    await page.evaluate(theme => Object.assign(document.documentElement.dataset, { theme }), theme)
    for (const colour of colours)
      expect(await contrastOf(page, `mark-${colour}`, 'ink'), `${theme}, ${colour}`).toBeGreaterThan(4.5)
  }
})

test.describe('on the narrowest of phones', () => {
  test.use({ viewport: { width: 320, height: 844 } })
  test('axe finds nothing where marks are made and listed', { tag: '@once' }, async ({ page }) => {
    const expectAccessible = async (name: string, part: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await frames(page)
        const { violations } = await new AxeBuilder({ page }).include(part).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)
        expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
      }
      const excess = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect.soft(excess, name).toBeLessThanOrEqual(0)
    }
    await open(page, `a/${ids.long}/`)
    await select(page, words[0]!)
    await expectAccessible('selection', '.mark-menu')
    const isAtFoot = await menu(page).evaluate(
      element => element.getBoundingClientRect().bottom === innerHeight,
    )
    expect(isAtFoot, 'on a phone the system has its own menu beside the selection').toBe(true)
    await menu(page).getByRole('button', { name: '笔记' }).click()
    await noteBox(page).getByRole('textbox').fill('再想一想')
    await expectAccessible('note', '.mark-menu')
    await noteBox(page).getByRole('button', { name: '保存' }).click()
    await pressMark(page, words[0]!)
    await expect(markMenu(page)).toContainText('再想一想')
    await expectAccessible('mark', '.mark-menu')
    await page.keyboard.press('Escape')
    await open(page, 'marks/')
    await expect(row(page, words[0]!)).toBeVisible()
    await expectAccessible('marks', 'html')
  })
})
