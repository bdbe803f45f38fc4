import { ferries, scroll, scrollTitle } from '../make-seeds.ts'
import { ids, titles } from '../site.ts'
import type { Reader, Wanted } from './reader.ts'
import { expect, test } from './story.ts'

const main: Wanted = { role: 'main' }
const link = (name: string, within: Wanted = main): Wanted => ({ role: 'link', name, within })
const partOfLink = (name: string, within: Wanted = main): Wanted => ({ ...link(name, within), isPart: true })
const inHeader = (name: string) => link(name, { role: 'navigation', name: '主导航' })
const tool = (name: string): Wanted => ({
  role: 'button',
  name,
  within: { role: 'toolbar', name: '阅读工具' },
})
const findStrip: Wanted = { role: 'region', name: '在文中查找' }
const hits: Wanted = { role: 'status', within: findStrip }
const shelf: Wanted = { role: 'region', name: '继续阅读' }

/** Reads on to a block of the article, and says which. */
async function readOn(reader: Reader, share: number): Promise<string> {
  const block = await reader.window.run(share => {
    const blocks = [...document.querySelectorAll('[data-article-body] > *')]
    const block = blocks[Math.floor(blocks.length * share)]!
    scrollBy({ top: block.getBoundingClientRect().top - 91, behavior: 'instant' })
    return block.textContent.slice(0, 40)
  }, share)
  await expectAt(reader, block)
  return block
}

const expectAt = (reader: Reader, block: string) =>
  reader.expect(block, () => {
    const blocks = [...document.querySelectorAll('[data-article-body] > *')]
    return blocks.find(block => block.getBoundingClientRect().bottom > 97)?.textContent.slice(0, 40)
  })

/** Waits until the cross-fade to a page is over, and its pictures have their room. */
const arrived = (reader: Reader) =>
  reader.expect(0, async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    return document.getAnimations().filter(({ effect }) => {
      const { pseudoElement } = (effect ?? {}) as KeyframeEffect
      return pseudoElement?.startsWith('::view-transition')
    }).length
  })

/** A question that storage leaves without an answer is asked again. */
const expectRecorded = (reader: Reader, visits: number) =>
  reader.expect(visits, async () => {
    const inTime = <T>(answer: Promise<T>) =>
      Promise.race([answer, new Promise<never>((_, reject) => setTimeout(reject, 2000, 'no answer'))])
    const answer = <T>(request: IDBRequest<T>) =>
      inTime(
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        }),
      )
    const databases = await inTime(indexedDB.databases())
    if (!databases.some(({ name }) => name === 'shiye')) return 0
    const database = await answer(indexedDB.open('shiye'))
    const count = await answer(database.transaction('visits').objectStore('visits').count())
    database.close()
    return count
  })

test('an article is found, read, left half-way, and opens where it was left', async ({ reader }) => {
  await reader.open('')
  await reader.click(link(titles.long))
  await reader.expectHeading(titles.long)
  await reader.expectText({ role: 'article' }, '汉字是方的')
  await expectRecorded(reader, 1)
  await arrived(reader)
  const block = await readOn(reader, 0.5)
  await reader.window.goBack()
  await reader.expectText(shelf, titles.long)
  await reader.click(partOfLink(titles.long, shelf))
  await reader.expectHeading(titles.long)
  await expectAt(reader, block)
  await reader.window.reload()
  await reader.alive()
  await expectAt(reader, block)
})

test('every page is reached by links, and a long list goes on, and is where it was after going back', async ({
  reader,
}) => {
  await reader.open('')
  await reader.click(inHeader('分类'))
  await reader.expectHeading('全部文章')
  await reader.click(partOfLink(scroll.name))
  await reader.expectHeading(scroll.name)
  await reader.click(link(scrollTitle(1)))
  await reader.expectHeading(scrollTitle(1))
  await reader.window.goBack()
  await reader.expectHeading(scroll.name)

  // Beyond the twenty that the page brought: on to the last row that has come, again and again.
  await reader.expect(
    true,
    wanted => {
      const rows = [...document.querySelectorAll<HTMLElement>('.entry:not(.pending)')]
      rows.at(-1)!.scrollIntoView({ block: 'center', behavior: 'instant' })
      return rows.some(row => row.querySelector('h2')!.textContent === wanted)
    },
    scrollTitle(45),
  )
  const rows = () =>
    [...document.querySelectorAll('main h2')]
      .map(title => ({ title: title.textContent, top: title.getBoundingClientRect().top }))
      .filter(({ top }) => top > 60 && top < innerHeight - 60)
  await arrived(reader)
  const { title, top } = (await reader.window.run(rows))[1]!
  await reader.click(link(title))
  await reader.expectHeading(title)
  await reader.window.goBack()
  await reader.expectHeading(scroll.name)
  const isBack = (row: { title: string; top: number }) => row.title === title && Math.abs(row.top - top) <= 2
  await expect.poll(async () => (await reader.window.run(rows)).some(isBack)).toBe(true)

  await reader.window.goTo(`${await reader.window.run(() => location.origin)}/no/such/page/`)
  await reader.expectHeading('没有这一页')
})

test('words are found in an article, and shown', async ({ reader }) => {
  await reader.open(`a/${ferries.id}/`)
  await reader.click(tool('在文中查找'))
  await reader.fill({ role: 'searchbox', name: '要找的文字' }, 'ferry')
  await reader.expectText(hits, '1 / 6')
  for (const hit of [2, 3, 4]) {
    await reader.window.press('Enter')
    await reader.expectText(hits, `${hit} / 6`)
  }
  await reader.expect({ painted: 6, isInView: true }, () => {
    const [now] = CSS.highlights.get('found-now') as unknown as Range[]
    const { top, bottom, height } = now!.getBoundingClientRect()
    return {
      painted: CSS.highlights.get('found')!.size,
      isInView: height > 0 && top > 57 && bottom < innerHeight,
    }
  })
  await reader.window.press('Escape')
  await reader.expectCount(findStrip, 0)
})

test('a passage is marked with a note, and painted, also when the page is loaded again', async ({
  reader,
}) => {
  await reader.open(`a/${ids.long}/`)
  await reader.expectCount(tool('更多'), 1)
  await reader.window.run(() => {
    const text = document.querySelector('[data-article-body] > p')!.firstChild!
    getSelection()!.setBaseAndExtent(text, 0, text, 8)
  })
  const menu: Wanted = { role: 'toolbar', name: '标记所选文字' }
  await reader.click({ role: 'button', name: '笔记', within: menu })
  await reader.fill({ role: 'textbox', name: '笔记' }, 'ok')
  await reader.click({ role: 'button', name: '保存' })
  const painted = () => {
    const body = document.querySelector('[data-article-body]')!
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(body, '::highlight(mark-note)')
    const words = [...((CSS.highlights.get('mark-note') ?? []) as Iterable<Range>)].map(String)
    return [...words, textDecorationLine, textDecorationStyle]
  }
  const expected = ['印在纸上的一页书', 'underline', 'dotted']
  await reader.expect(expected, painted)
  await reader.window.reload()
  await reader.alive()
  await reader.expect(expected, painted)
})

test('the history tells what was read, and is searched', async ({ reader }) => {
  for (const [index, id] of [ids.welcome, ids.window].entries()) {
    await reader.open(`a/${id}/`)
    await expectRecorded(reader, index + 1)
  }
  await reader.click(inHeader('历史'))
  await reader.expectHeading('阅读历史')
  await reader.expectCount(partOfLink(titles.welcome), 1)
  await reader.expectCount(partOfLink(titles.window), 1)
  await reader.fill({ role: 'searchbox', name: '在历史中查找' }, titles.window.slice(0, 3))
  await reader.expectCount(partOfLink(titles.welcome), 0)
  await reader.click(partOfLink(titles.window))
  await reader.expectHeading(titles.window)
})

test('settings hold at once, and when the page is loaded again', async ({ reader }) => {
  await reader.open(`a/${ids.welcome}/`)
  const size = () =>
    Number.parseFloat(getComputedStyle(document.querySelector('[data-article-body]')!).fontSize)
  const before = await reader.window.run(size)
  await reader.click(inHeader('设置'))
  await reader.expectHeading('设置')
  await reader.click({ role: 'radio', name: '深色' })
  await reader.expect('dark', () => document.documentElement.dataset.theme)
  await reader.click({ role: 'slider', name: '字号' })
  await reader.window.press('ArrowRight')
  await reader.click({ role: 'radio', name: 'English' })
  await reader.expectHeading('Settings')
  await reader.open(`a/${ids.welcome}/`)
  await reader.expectCount(link('History', { role: 'navigation', name: 'Main' }), 1)
  expect(await reader.window.run(size)).not.toBe(before)
  expect(await reader.window.run(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
})

test.describe(() => {
  // What cannot be had is no fault of the page.
  test.use({ complaints: /failed to load|network|could not connect|load failed/i })

  test('without a network what was opened reads on, and the rest says so', async ({ reader, site }) => {
    await reader.open(`a/${ids.window}/`)
    await reader.expect(
      true,
      async id => {
        const { scope } = await navigator.serviceWorker.ready
        const html = await (await caches.match(`${scope}a/${id}/`))?.text()
        const pictures = [...(html ?? '').matchAll(/<img [^>]*?src="([^"]+)"/g)].map(
          ([, address]) => address!,
        )
        const kept = await Promise.all(pictures.map(address => caches.match(address)))
        return kept.length > 0 && kept.every(Boolean) && !!navigator.serviceWorker.controller
      },
      ids.window,
    )
    await site.stop()
    await reader.window.reload()
    await reader.alive()
    await reader.expectHeading(titles.window)
    await reader.expect(true, async () => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('[data-article-body] img')]
      const unloaded = pictures.find(picture => picture.naturalWidth === 0)
      unloaded?.scrollIntoView({ behavior: 'instant' })
      return pictures.length === 12 && !unloaded
    })
    await reader.click(inHeader('历史'))
    await reader.expectCount(partOfLink(titles.window), 1)
    await reader.window.goTo(`${site.address}a/${ids.long}/`)
    await reader.expectHeading('现在连不上网络')
  })
})
