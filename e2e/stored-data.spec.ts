import type { Page } from 'playwright/test'
import { survived } from './faults.ts'
import { expectRecorded, press } from './reading.ts'
import { body, expect, ids, notice, open, ownRows, test, titles } from './site.ts'

// What happens to the reader's data when storage fails, several tabs write, or the browser clears it.
test.use({ serviceWorkers: 'block' })

const toHistory = (page: Page) => press(page, page.getByRole('banner').getByRole('link', { name: '历史' }))

/** Answers a request in the page. Has no part of anything else, so that it can be sent there. */
const answer = `const answer = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})`

interface Fault {
  calls: number
  failAt: number
  until: number
}
declare global {
  var fault: Fault
}

/** The N-th call of storage fails, and those after it up to a number. */
function breakCalls() {
  window.fault = { calls: 0, failAt: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY }
  const errors = ['QuotaExceededError', 'UnknownError', 'InvalidStateError', 'AbortError']
  const breakable = (owner: object, name: string) => {
    const methods = owner as Record<string, (...request: unknown[]) => unknown>
    const original = methods[name]!
    methods[name] = function (...request) {
      const call = ++window.fault.calls
      if (call >= window.fault.failAt && call <= window.fault.until)
        throw new DOMException('injected', errors[call % errors.length])
      return original.apply(this, request)
    }
  }
  breakable(IDBFactory.prototype, 'open')
  breakable(IDBDatabase.prototype, 'transaction')
  for (const name of ['put', 'get', 'getAll', 'delete', 'count', 'openCursor'])
    breakable(IDBObjectStore.prototype, name)
  for (const name of ['getAll', 'openCursor', 'openKeyCursor', 'count']) breakable(IDBIndex.prototype, name)
}

/** Each n-th call only; `EVERY=1` tries all. */
const EVERY = Number(process.env.EVERY || 5)

test('whichever call of storage fails, reading goes on, nothing is lost, and history goes on without a reload', {
  tag: '@once',
}, async ({ page, context }) => {
  const witness = await context.newPage() // its storage does not fail
  await witness.goto('robots.txt')
  await page.addInitScript(breakCalls)
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(witness, 1)
  await open(page, `a/${ids.long}/`)
  await expectRecorded(witness, 2)
  const calls = await page.evaluate(() => fault.calls)
  expect(calls).toBeGreaterThan(5)
  let visits = 2
  for (let failAt = 1; failAt <= calls; failAt += EVERY) {
    // Five in a row: what is tried again fails as well.
    await page.addInitScript(([failAt]) => Object.assign(fault, { failAt, until: failAt! + 4 }), [failAt])
    await open(page, `a/${ids.window}/`)
    await expect(body(page)).toContainText('窗')
    await expectRecorded(witness, ++visits)
  }
  await page.evaluate(() => Object.assign(fault, { until: 0 })) // it is over, whatever was left of it
  await toHistory(page)
  await expect(ownRows(page)).toHaveCount(3)
  survived('H1 storage fails from the k-th call on, five times', visits - 2, 'pages')
})

test('storage that is full or never answers is told once, and history goes on once it is well', {
  tag: '@once',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype
    const { put } = IDBObjectStore.prototype
    // A connection that is never closed holds up all that wait for another version.
    IDBFactory.prototype.open = function () {
      open.call(this, 'held', 1)
      return open.call(this, 'held', 2)
    }
    Object.assign(window, {
      heal: () => Object.assign(IDBFactory.prototype, { open }),
      fill: () =>
        Object.assign(IDBObjectStore.prototype, {
          put: () => {
            throw new DOMException('full', 'QuotaExceededError')
          },
        }),
      free: () => Object.assign(IDBObjectStore.prototype, { put }),
    })
  })
  const call = (name: string) =>
    page.evaluate(name => (window as unknown as Record<string, () => void>)[name]!(), name)
  await open(page, `a/${ids.long}/`)
  await expect(body(page)).toContainText('字')
  await expect(notice(page, '历史没有记下')).toContainText('没有回应')
  await toHistory(page)
  await expect(page.getByRole('alert')).toContainText('没有回应')
  await call('heal')
  await page.goBack()
  await expectRecorded(page, 1)
  await call('fill')
  await press(page, page.getByRole('banner').getByRole('link', { name: '拾页' }))
  await expect(page).toHaveURL('./')
  await call('free')
  await toHistory(page)
  await expect(ownRows(page)).toHaveText([new RegExp(titles.long)])
  survived('storage is full, or never answers', 2, 'faults')
})

test('an older tab holds up an upgrade for no longer than it is open, and reads on in a newer database', {
  tag: '@once',
}, async ({ page, context }) => {
  const old = await context.newPage()
  await old.goto('robots.txt')
  await old.evaluate(`(async () => {
    ${answer}
    const request = indexedDB.open('shiye', 3)
    request.onupgradeneeded = () => {
      const visits = request.result.createObjectStore('visits', { keyPath: 'id' })
      visits.createIndex('startedAt', 'startedAt')
      visits.createIndex('article', ['articleId', 'startedAt'])
      request.result.createObjectStore('marks', { keyPath: 'id' }).createIndex('createdAt', 'createdAt')
      request.transaction.objectStore('marks').createIndex('article', ['articleId', 'start'])
      request.result.createObjectStore('saved', { keyPath: 'articleId' }).createIndex('savedAt', 'savedAt')
      request.result.createObjectStore('readMarks', { keyPath: 'articleId' })
      request.result.createObjectStore('mutes', { keyPath: 'id' })
      visits.put({ id: 'v', articleId: '${ids.welcome}', title: '${titles.welcome}', author: '', startedAt: 1.7e12,
        seconds: 9, progress: 0.5, place: { block: 1, offset: 0 } })
    }
    window.held = await answer(request)
  })()`)
  await open(page, 'history/')
  await expect(page.getByRole('alert')).toContainText('另一个标签页')
  await old.close()
  await expect(ownRows(page)).toHaveText([new RegExp(titles.welcome)])

  const next = await context.newPage()
  await next.goto('robots.txt')
  await next.evaluate(`(async () => {
    ${answer}
    const open = indexedDB.open('shiye', 99)
    open.onupgradeneeded = () => open.result.createObjectStore('later')
    window.held = await answer(open)
  })()`)
  await press(page, page.getByRole('main').getByRole('link', { name: new RegExp(titles.welcome) }))
  await expectRecorded(page, 2)
  survived('H4 another tab has an older or a later database open', 2, 'tabs')
})

test('tabs that write at once lose nothing, and each shows what the others wrote', { tag: '@once' }, async ({
  page,
  context,
}) => {
  const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => context.newPage()))
  await open(page, 'history/')
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  const articles = [ids.welcome, ids.long, ids.window, ids.sample, ids.linked]
  await Promise.all(tabs.map((tab, at) => open(tab, `a/${articles[at]}/`)))
  await Promise.all(tabs.map(tab => tab.evaluate(() => dispatchEvent(new Event('pagehide')))))
  await expect(ownRows(page)).toHaveCount(5)
  await expectRecorded(page, 5)
  survived('H5 tabs write while they are closed', tabs.length, 'tabs')
})

test('storage that the browser cleared is told from one that was never used, and backups are offered', {
  tag: '@once',
}, async ({ page, context }) => {
  await open(page, `a/${ids.long}/`)
  await expectRecorded(page, 1)
  await page.goto('robots.txt')
  const session = await context.newCDPSession(page)
  const origin = new URL(page.url()).origin
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await open(page, 'history/')
  await expect(notice(page, '浏览器清除了')).toBeVisible()
  const note = page.getByRole('note').filter({ hasText: '浏览器清除了' })
  await expect(note.getByRole('link', { name: '从备份恢复' })).toHaveAttribute('href', /backup\/$/)
  await page.reload()
  await note.getByRole('button', { name: '知道了' }).click()
  await expect(note).toBeHidden()
  await expect(notice(page, '浏览器清除了')).toBeHidden()
  survived('H8 the browser cleared the database', 1, 'sessions')
})

test('a device that forgot what it syncs with says so, and leads to where it is chosen', {
  tag: '@once',
}, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('shiye.synced', '1'))
  await open(page, './')
  await expect(notice(page, '同步停了')).toBeVisible()
  await page.getByRole('button', { name: '重新选择' }).click()
  await expect(page.getByRole('button', { name: '选择已有的文件' })).toBeVisible()
})

test('damaged records are set aside, counted, and can be taken away', { tag: '@once' }, async ({ page }) => {
  await open(page, `a/${ids.long}/`)
  await expectRecorded(page, 1)
  await page.evaluate(`(async () => {
    ${answer}
    const database = await answer(indexedDB.open('shiye'))
    const store = name => database.transaction(name, 'readwrite').objectStore(name)
    for (const name of ['visits', 'marks', 'mutes']) await answer(store(name).put({ id: 'x', startedAt: 'never' }))
    await answer(store('saved').put({ articleId: '${ids.long}', labels: 7 }))
    await answer(store('log').put({ kind: 'visits', id: 'x', versions: 'none' }))
    database.close()
  })()`)
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveText([new RegExp(titles.long)])
  await open(page, 'backup/')
  await expect(page.getByText('有 4 条记录已损坏')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载这些记录' }).click()
  expect((await download).suggestedFilename()).toMatch(/^shiye-damaged/)
  survived('records are damaged', 5, 'records')
})

test('a database of the wrong build is told of on the pages that need it, and reading goes on', {
  tag: '@once',
}, async ({ page }) => {
  const builds = {
    'no stores': '4, () => {}',
    'no indexes, another key': `4, database => {
      for (const name of ['visits', 'marks', 'saved', 'readMarks', 'mutes', 'log', 'own'])
        database.createObjectStore(name).put('?', 1)
    }`,
    'of a later version, which took stores away': `99, database => database.createObjectStore('visits', { keyPath: 'id' })`,
  }
  const pages = ['history/', 'saved/', 'marks/', 'statistics/', 'mute/', 'backup/']
  for (const [name, build] of Object.entries(builds)) {
    await test.step(name, async () => {
      await page.goto('robots.txt')
      await page.evaluate(`(async () => {
        ${answer}
        sessionStorage.clear() // it is told once in a tab
        await answer(indexedDB.deleteDatabase('shiye'))
        const make = (version, fill) => {
          const request = indexedDB.open('shiye', version)
          request.onupgradeneeded = () => fill(request.result)
          return answer(request)
        }
        const database = await make(${build})
        database.close()
      })()`)
      await open(page, `a/${ids.long}/`)
      await expect(body(page)).toContainText('字')
      await expect(notice(page, '历史没有记下')).toBeVisible()
      for (const path of name === 'no stores' ? pages : pages.slice(0, 2)) {
        await open(page, path)
        await expect(page.getByRole('alert').first(), path).toContainText('可能已损坏')
      }
      await open(page, './')
      await press(page, page.getByRole('heading', { name: titles.welcome }).getByRole('link'))
      await expect(body(page)).toContainText('种子')
    })
  }
  survived('a database of another build', Object.keys(builds).length, 'databases')
})

test('a clock that jumps leaves the history in the order in which it was read', { tag: '@once' }, async ({
  page,
}) => {
  const read = async (id: string, visits: number) => {
    await open(page, `a/${id}/`)
    await expectRecorded(page, visits)
  }
  await read(ids.welcome, 1)
  for (const [at, moment] of ['1970-01-02', '2025-11-26'].entries()) {
    await page.clock.setFixedTime(moment)
    await read([ids.long, ids.window][at]!, at + 2)
  }
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveText(
    [titles.window, titles.long, titles.welcome].map(title => new RegExp(title)),
  )
  await expect(page.getByRole('main')).not.toContainText(/-\d+ ?(天|day)/)
  for (const moment of ['2038-01-20', '2100-01-01']) {
    await page.clock.setFixedTime(moment)
    await page.reload()
    await expect(ownRows(page)).toHaveCount(3)
  }
  survived('H9 the clock jumps to 1970, back a year, to 2038 and 2100', 4, 'jumps')
})

test('whoever travels to another zone finds the history under the days of that zone', {
  tag: '@once',
}, async ({ browser }) => {
  // Without a zone of its own, which could not be changed.
  const context = await browser.newContext({ timezoneId: undefined })
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  const travelTo = (timezoneId: string) => client.send('Emulation.setTimezoneOverride', { timezoneId })
  const times = page.getByRole('main').locator('.day .meta')
  await page.clock.setFixedTime('2026-03-04T16:30:00Z')
  await travelTo('Asia/Shanghai')
  for (const [at, id] of [ids.welcome, ids.long].entries()) {
    await open(page, `a/${id}/`)
    await expectRecorded(page, at + 1)
  }
  await open(page, 'history/')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['今天'])
  await expect(times.first()).toContainText('00:30')
  await page.clock.setFixedTime('2026-03-05T12:00:00Z')
  await page.getByRole('searchbox', { name: '在历史中查找' }).fill('屏幕')
  await expect(ownRows(page)).toHaveCount(1)

  await travelTo('America/Los_Angeles')
  await page.getByRole('searchbox', { name: '在历史中查找' }).fill('')
  await expect(ownRows(page)).toHaveText([titles.long, titles.welcome].map(title => new RegExp(title)))
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['昨天'])
  await expect(times.first()).toContainText('08:30')
  await page.getByRole('button', { name: '删除这一天的记录：昨天' }).click()
  await expect(page.getByText('还没有读过的文章')).toBeVisible()
  await context.close()
  survived('H9 the zone changes', 1, 'journeys')
})
