// Takes the screenshots of the manifest and the README's picture, of a site that `npm start` serves:
// CHROMIUM_PATH=/usr/bin/chromium node docs/take-screenshots.mjs http://localhost:4173/
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'

const site = process.argv[2] ?? 'http://localhost:4173/'
const article = 'a/7c1e94b05fd2a836/'
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--hide-scrollbars'],
})

async function shoot(path, file, { width, height, scale = 1, colorScheme = 'light', isMobile = false }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    isMobile,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await page.goto(site + path, { waitUntil: 'networkidle' })
  await page.screenshot({ path: file })
  await context.close()
}

const phone = { width: 390, height: 844, scale: 2, isMobile: true }
await shoot(article, 'public/screenshots/phone.png', phone)
await shoot('', 'public/screenshots/desktop.png', { width: 1440, height: 900 })
await shoot('', '/tmp/shiye-home.png', phone)
await shoot(article, '/tmp/shiye-dark.png', { ...phone, colorScheme: 'dark' })

// The README's picture: the desktop with two phones before it.
const picture = file => `data:image/png;base64,${readFileSync(file).toString('base64')}`
const page = await browser.newPage({ viewport: { width: 1200, height: 700 } })
await page.setContent(`<style>
  body { margin: 0; height: 700px; background: #e9e3d7; position: relative; overflow: hidden }
  img { position: absolute; border-radius: 14px; box-shadow: 0 14px 50px rgb(60 45 20 / 25%) }
</style>
<img style="left: 50px; top: 50px; width: 900px" src="${picture('public/screenshots/desktop.png')}">
<img style="left: 690px; top: 120px; width: 235px" src="${picture('public/screenshots/phone.png')}">
<img style="left: 930px; top: 160px; width: 235px" src="${picture('/tmp/shiye-dark.png')}">`)
await page.screenshot({ path: 'docs/shiye.png' })
await browser.close()
