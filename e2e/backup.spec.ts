import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright/test'
import { expectRecorded } from './reading.ts'
import { expect, ids, open, ownRows, test, titles } from './site.ts'

// No worker has a part in these stories.
test.use({ serviceWorkers: 'block' })

async function read(page: Page, id: string): Promise<void> {
  await open(page, `a/${id}/`)
  await expectRecorded(page, 1)
}

const openFile = (page: Page, file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('备份文件').setInputFiles(file)

/** Presses a button that gives the reader a file. @returns where it was put */
async function downloaded(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return (await coming).path()
}

/** A number in the table of what will change. */
const told = (page: Page, kind: string, column: number) =>
  page.getByRole('row').filter({ hasText: kind }).getByRole('cell').nth(column)

test('a backup is looked at, restored and undone; what is no backup changes nothing', {
  tag: '@once',
}, async ({ page, browser }) => {
  await read(page, ids.long)
  await open(page, 'backup/')
  const path = await downloaded(page, '下载备份')
  await expect(page.getByText('备份已交给浏览器下载')).toBeVisible()
  // Titles come from a file, which may be anybody's.
  const attack = '<img src=x onerror="alert(1)">'
  const hostile = (await readFile(path, 'utf8')).replace(
    `"title":"${titles.long}"`,
    `"title":${JSON.stringify(attack)}`,
  )

  const device = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  let dialogs = 0
  device.on('dialog', dialog => {
    dialogs++
    void dialog.dismiss()
  })
  await open(device, 'backup/')
  for (const [content, reason] of [
    [hostile.slice(0, -40), /文件不完整：到第 \d+ 行/],
    [hostile.replace('"progress":', '"progress":"x","p":'), /第 7 行（visits 的第 1 条）不对/],
    ['<!doctype html>', /这是一个网页/],
    ['{"format":"shiye-backup","version":9}', /更新的版本/],
  ] as const) {
    await openFile(device, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    await expect(device.getByRole('alert')).toContainText(reason)
    await expect(device.getByRole('alert')).toContainText('什么都没有改变')
  }
  await openFile(device, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(hostile) })
  await expect(told(device, '阅读记录', 0)).toHaveText('1')
  await device.getByRole('button', { name: '合并' }).click()
  await expect(device.getByText('已恢复')).toBeVisible()
  await device.getByRole('button', { name: '撤销恢复' }).click()
  await expect(device.getByText('已撤销')).toBeVisible()
  await openFile(device, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(hostile) })
  await device.getByText('替换', { exact: true }).click()
  await device.getByRole('button', { name: '替换' }).click()
  await expect(device.getByText('已恢复')).toBeVisible()
  await open(device, 'history/')
  await expect(ownRows(device)).toHaveCount(1)
  await expect(ownRows(device)).toContainText(attack)
  expect(dialogs).toBe(0)
  await device.context().close()
})

/** Has the picker give a file of the browser's own, which a synced folder would hold. */
async function giveFile(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('shiye-sync.json', { create: true })
    Object.assign(window, {
      showOpenFilePicker: async () => [await pick()],
      // It empties a file that is there.
      showSaveFilePicker: async () => {
        const handle = await pick()
        await (await handle.createWritable()).close()
        return handle
      },
    })
  })
}

/** Does what the program of a synced folder does: what one device wrote is there on the other. */
async function carry(from: Page, to: Page): Promise<void> {
  const text = await from.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    return (await (await folder.getFileHandle('shiye-sync.json')).getFile()).text()
  })
  await to.evaluate(async text => {
    const folder = await navigator.storage.getDirectory()
    const writing = await (await folder.getFileHandle('shiye-sync.json', { create: true })).createWritable()
    await writing.write(text)
    await writing.close()
  }, text)
}

test('two devices that were both offline lose nothing: by a shared file, and by an encrypted one', {
  tag: '@once',
}, async ({ page, context, browser }) => {
  const other = await browser.newContext({ serviceWorkers: 'block' })
  const device = await other.newPage()
  await giveFile(context)
  await giveFile(other)
  await read(page, ids.long)
  await read(device, ids.window)

  await open(page, 'backup/')
  await page.getByRole('button', { name: '新建文件' }).click()
  await expect(page.getByText('已送出这里的改动')).toBeVisible()
  await carry(page, device)
  await open(device, 'backup/')
  await device.getByRole('button', { name: '选择已有的文件' }).click()
  await expect(device.getByText('收到 1 处改动')).toBeVisible()
  await carry(device, page)
  await page.getByRole('button', { name: '现在同步' }).click()
  await expect(page.getByText('收到 1 处改动')).toBeVisible()
  for (const each of [page, device]) {
    await open(each, 'history/')
    await expect(ownRows(each)).toHaveCount(2)
  }

  // What is deleted on one goes on the other, and nothing that the other read meanwhile.
  await device.getByRole('button', { name: `删除《${titles.long}》的记录` }).click()
  await expect(ownRows(device)).toHaveCount(1)
  await open(page, `a/${ids.welcome}/`)
  await expectRecorded(page, 3)
  await open(device, 'backup/')
  await device.getByText('发送加密文件').click()
  await device.getByLabel(/^密码（至少/).fill('渡口 2026 渡口')
  await device.getByRole('button', { name: '加密' }).click()
  const sealed = await downloaded(device, '下载文件')
  expect(await readFile(sealed, 'latin1')).not.toContain('visits')
  await open(page, 'backup/')
  await openFile(page, sealed)
  await page.getByLabel(/这个文件是加密的/).fill('渡口')
  await page.getByRole('button', { name: '解开' }).click()
  await expect(page.getByRole('alert')).toContainText('密码不对')
  await expect(page.getByRole('alert')).toContainText('什么都没有改变')
  await page.getByRole('button', { name: '显示密码' }).click()
  await expect(page.getByLabel(/这个文件是加密的/)).toHaveAttribute('type', 'text')
  await page.getByLabel(/这个文件是加密的/).fill('渡口 2026 渡口')
  await page.getByRole('button', { name: '解开' }).click()
  await expect(told(page, '阅读记录', 2)).toHaveText('1')
  await page.getByRole('button', { name: '合并' }).click()
  await expect(page.getByText('已恢复')).toBeVisible()
  await open(page, 'history/')
  await expect(ownRows(page)).toHaveCount(2)
  await expect(ownRows(page).filter({ hasText: titles.long })).toHaveCount(0)
  await other.close()
})
