// An article of 2,000 pictures and 20,000 paragraphs, opened and scrolled with a processor four times slower.
// node bench/big-article.mjs [--keep FOLDER] or, of a site that was kept before, node bench/big-article.mjs FOLDER
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { answers } from './answers.mjs'

const SLOWDOWN = 4
const ID = 'b160000000000001'
const TITLE = '两千张图的长文'
const PICTURES = 'https://pictures.example/'
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="620"><rect width="1000" height="620" fill="#a86"/></svg>'

/** In the page: each moves it frame by frame and returns the milliseconds from frame to frame. */
const scrolls = {
  'scrolled slowly': () => scrollFrames(240, 40),
  'thrown through': () => scrollFrames(120, 1500),
  'sent to its end': () => {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    return scrollFrames(60, 0)
  },
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'shiye-big-'))
const dist = positionals[0] ?? values.keep ?? join(folder, 'dist')
if (!positionals[0]) build()

const port = 4797
const server = spawn('npx', ['vite', 'preview', '--outDir', dist, '--port', String(port), '--strictPort'], {
  detached: true,
  stdio: 'ignore',
})
const site = `http://localhost:${port}/`
try {
  await answers(site)
  console.log(
    '| story | first paint ms | body whole ms | longest task ms | tasks over 50 ms | blocks | pictures asked for |',
  )
  console.log('|---|--:|--:|--:|--:|--:|--:|')
  await tell('opened by its address', page => page.goto(`${site}a/${ID}/`))
  await tell('opened from the list', async page => {
    await page.goto(site)
    await page.waitForFunction(() => 'ready' in document.documentElement.dataset)
    await page.waitForTimeout(1000)
    await page.evaluate(restart)
    await page.getByRole('link', { name: TITLE }).first().click()
    await page.waitForURL(`**/a/${ID}/`)
  })
} finally {
  process.kill(-server.pid)
  rmSync(folder, { recursive: true, force: true })
}

/** Opens the article as a story says, and then scrolls it: a screen at a time, in one throw, and to its end. */
async function tell(story, open) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    serviceWorkers: 'block', // it would ask for pictures out of sight
  })
  const page = await context.newPage()
  let asked = 0
  await page.route(`${PICTURES}**`, route => {
    asked++
    return route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' })
  })
  await page.addInitScript(watchTasks)
  await page.addInitScript(addScrollFrames)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await open(page)
  await page.waitForFunction(whole, undefined, { timeout: 120_000 })
  await page.waitForTimeout(2500)
  const opened = await page.evaluate(report)
  console.log(
    `| ${story} | ${opened.firstPaint} | ${opened.wholeAt} | ${opened.longest} | ${opened.long} | ${opened.blocks} | ${asked} |`,
  )
  for (const [name, scroll] of Object.entries(scrolls)) {
    await page.evaluate(restart)
    const frames = await page.evaluate(scroll)
    await page.waitForTimeout(1500)
    const after = await page.evaluate(report)
    console.log(
      `| … ${name}: ${frames.length} frames, ${frames.filter(each => each > 50).length} over 50 ms, longest ${Math.round(Math.max(...frames))} ms ` +
        `|  |  | ${after.longest} | ${after.long} |  | ${asked} |`,
    )
  }
  await browser.close()
}

/** In the page. */
function watchTasks() {
  window.tasks = []
  window.startedAt = 0
  new PerformanceObserver(list => window.tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  })
  new MutationObserver(() => {
    if (window.wholeAt === undefined && document.querySelector('.article-footer')) {
      const body = document.querySelector('.article-body')
      if (body && body.querySelectorAll('p').length >= 20_000) window.wholeAt = performance.now()
    }
  }).observe(document, { childList: true, subtree: true })
}

function addScrollFrames() {
  window.scrollFrames = (count, step) =>
    new Promise(done => {
      const frames = []
      let last = performance.now()
      const next = now => {
        frames.push(now - last)
        last = now
        if (step) scrollBy({ top: step, behavior: 'instant' })
        if (frames.length < count) requestAnimationFrame(next)
        else done(frames)
      }
      requestAnimationFrame(next)
    })
}

function restart() {
  window.tasks = []
  window.startedAt = performance.now()
}

function whole() {
  return window.wholeAt !== undefined
}

function report() {
  const tasks = window.tasks.filter(({ startTime }) => startTime >= window.startedAt)
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  const blocks = document.querySelectorAll('.article-body p, .article-body figure').length
  return {
    firstPaint: window.startedAt ? '' : Math.round(paint),
    wholeAt: Math.round(window.wholeAt - window.startedAt),
    longest: Math.round(Math.max(0, ...tasks.map(({ duration }) => duration))),
    long: tasks.length,
    blocks,
  }
}

function build() {
  const seeds = join(folder, 'seeds')
  mkdirSync(seeds)
  const write = (id, title, date, body) =>
    writeFileSync(
      join(seeds, `${id}.txt`),
      `\n---\ntitle: ${title}\ncategories: [新媒体, 长文, 图]\nauthor: 测试员\ndate: ${date} 08:00:00\n---\n\n${body}`,
    )
  const sections = Array.from({ length: 2000 }, (_, index) => {
    const picture = `<p><img src="${PICTURES}${index}.svg" width="1000" height="620" alt="图 ${index + 1}"></p>`
    const texts = Array.from(
      { length: 10 },
      (_, each) => `<p>第 ${index * 10 + each + 1} 段，" 引文 " 之后是 7 月的渡口, 河岸与灯火。</p>`,
    )
    return picture + texts.join('') + (index % 100 === 99 ? `<h2>第 ${(index + 1) / 100} 节</h2>` : '')
  })
  write(ID, TITLE, '2024-05-01', sections.join(''))
  write('b160000000000002', '短文', '2024-05-02', '<p>短。</p>')
  execFileSync('npx', ['vite', 'build', '--outDir', dist, '--emptyOutDir'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SEEDS_DIR: seeds, SITE_URL: 'http://localhost' },
  })
}
