import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { controlled, expect, ids, notice, open, test, titles } from './site.ts'
import { distOf, sites } from './sites.ts'
import { serveFolder } from './static-server.ts'

interface Icon {
  src: string
  sizes: string
  type: string
  purpose?: string
  form_factor?: string
}

test('the manifest describes the app, and every picture it names is of the size it says', async ({
  page,
  request,
  baseURL,
}) => {
  await open(page, './')
  const address = await page.locator('link[rel=manifest]').evaluate(link => (link as HTMLLinkElement).href)
  expect(address).toBe(`${baseURL}manifest.webmanifest`)
  const response = await request.get(address)
  expect(response.headers()['content-type']).toContain('application/manifest+json')
  const manifest = await response.json()
  expect(manifest).toMatchObject({ name: '拾页', display: 'standalone', lang: 'zh-CN' })
  for (const key of ['id', 'start_url', 'scope']) expect(new URL(manifest[key], address).href).toBe(baseURL)
  expect(manifest.categories.length).toBeGreaterThan(0)
  expect(manifest.shortcuts.length).toBeGreaterThan(0)
  for (const { url } of manifest.shortcuts) {
    expect(new URL(url, address).href.startsWith(baseURL!)).toBe(true)
    expect((await request.get(new URL(url, address).href)).status()).toBe(200)
  }

  expect(new URL(manifest.share_target.action, address).href).toBe(`${baseURL}open/`)

  const icons: Icon[] = manifest.icons
  const shortcutIcons: Icon[] = manifest.shortcuts.flatMap(({ icons }: { icons: Icon[] }) => icons)
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  const screenshots: Icon[] = manifest.screenshots
  expect(new Set(screenshots.map(shot => shot.form_factor))).toEqual(new Set(['narrow', 'wide']))
  for (const { src, sizes, type } of [...icons, ...shortcutIcons, ...screenshots]) {
    const picture = await request.get(new URL(src, address).href)
    expect(picture.headers()['content-type'], src).toBe(type)
    if (type === 'image/png') expect(pngSize(await picture.body()), src).toBe(sizes)
  }
})

test('Chromium finds nothing that keeps the app from being installed', async ({
  playwright,
  baseURL,
}, info) => {
  // A profile of its own: an incognito window installs nothing.
  const profile = mkdtempSync(join(tmpdir(), 'shiye-profile-'))
  const context = await playwright.chromium.launchPersistentContext(profile, {
    ...info.project.use.launchOptions,
    executablePath: findChromium(), // its shell has no windows to install anything for
  })
  try {
    const page = await context.newPage()
    await open(page, baseURL!)
    await controlled(page)
    const devtools = await context.newCDPSession(page)
    const { errors, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(JSON.parse(data!).name).toBe('拾页')
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    // Two sites on one host are two apps.
    const { appId } = (await devtools.send('Page.getAppId')) as { appId?: string }
    expect(appId).toBe(baseURL)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

test(
  'a new version is offered, and waits until the reader takes it',
  { tag: '@once' },
  async ({ page }, { project }) => {
    const { base } = sites.find(site => site.name === project.name)!
    const folder = mkdtempSync(join(tmpdir(), 'shiye-site-'))
    cpSync(distOf(project.name), folder, { recursive: true })
    const server = await serveFolder(folder, base)
    try {
      await open(page, `${server.address}a/${ids.welcome}/`)
      await controlled(page)
      const worker = join(folder, 'sw.js')
      writeFileSync(worker, `${readFileSync(worker, 'utf8')}\n// the next version`)
      await page.evaluate(async () => {
        Object.assign(window, { isSamePage: true })
        await (await navigator.serviceWorker.ready).update()
      })
      await expect(notice(page, '网站有新版本')).toBeVisible()
      const waiting = () =>
        page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting)
      expect(await waiting()).toBe(true)

      // Reading on changes nothing, and neither does loading a page: the offer stands.
      await page.getByRole('banner').getByRole('link', { name: '拾页' }).click()
      await expect(page.getByRole('heading', { name: titles.welcome })).toBeVisible()
      expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
      await page.reload()
      await expect(notice(page, '网站有新版本')).toBeVisible()
      expect(await waiting()).toBe(true)

      await page.evaluate(() => Object.assign(window, { isSamePage: true }))
      await page.getByRole('button', { name: '刷新' }).click()
      // The worker in charge lets go of what it is at.
      await expect
        .poll(() => page.evaluate(() => Reflect.get(window, 'isSamePage')).catch(() => true), {
          timeout: 40_000,
        })
        .toBeUndefined()
      await expect.poll(waiting).toBe(false)
      await expect(page.getByRole('heading', { name: titles.welcome })).toBeVisible()
      await expect(notice(page, '网站有新版本')).toHaveCount(0)
    } finally {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

/** Width and height as a PNG's first chunk says them. */
const pngSize = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
