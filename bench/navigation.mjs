// What a reader feels inside the app, at a quarter of the processor's speed: from a tap to the article, scrolling through a
// long list, and what memory it takes.
// node bench/navigation.mjs BUILT_SITE [runs]   The site needs a category of a thousand articles or more.
import { chromium as browserType } from 'playwright'
import { chromium, largestCategory, serveSite } from './static-site.mjs'

const [folder, runs = 5] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of a built site')
const SLOW_DOWN = 4
const RTT_MS = 40

const site = await serveSite(folder)
const list = largestCategory(folder)
const listAddress = `${site.address}c/${list.path}/`
const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox'] })
try {
  console.log('| story | result |\n|---|---|')
  await tapStory('prefetched', false)
  await tapStory('not prefetched', true)
  await scrollStory()
  await jumpStory()
  await memoryStory()
} finally {
  await browser.close()
  site.close()
}

function row(name, result) {
  console.log(`| ${name} | ${result} |`)
}

/** A page on a slow phone. It notes its frames, its long tasks, and how long after a click an article is painted. */
async function open({ savesData = false } = {}) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.addInitScript(watch, savesData)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: RTT_MS,
    downloadThroughput: 1_250_000,
    uploadThroughput: 1_250_000,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN })
  await devtools.send('Performance.enable')
  await page.goto(listAddress)
  await page.locator('.month-jump').waitFor()
  return { page, devtools, close: () => context.close() }
}

/** Runs in the page. */
function watch(savesData) {
  if (savesData) Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  const bench = { tasks: [], frames: [], painted: undefined }
  Object.assign(window, { bench })
  new PerformanceObserver(entries => {
    for (const { duration } of entries.getEntries()) bench.tasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
  const onFrame = now => {
    bench.frames.push(now)
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const channel = new MessageChannel()
      const check = () => {
        if (!document.querySelector('[data-article-body]')) return requestAnimationFrame(check)
        // A message sent in a frame arrives when that frame is painted.
        channel.port1.onmessage = () => {
          bench.painted = performance.now() - timeStamp
        }
        channel.port2.postMessage(0)
      }
      check()
    },
    true,
  )
}

function start(page) {
  return page.evaluate(() => Object.assign(window.bench, { tasks: [], frames: [], painted: undefined }))
}

async function tapStory(name, savesData) {
  const { page, devtools, close } = await open({ savesData })
  const times = []
  const busyTimes = []
  const tasks = []
  for (let run = 0; run < runs; run++) {
    const link = page.locator('.articles > li h2 a').nth(run % 3)
    const id = (await link.getAttribute('href')).split('/').at(-2)
    if (!savesData)
      await page.waitForFunction(
        file => performance.getEntriesByType('resource').some(({ name }) => name.includes(file)),
        id,
      )
    await start(page)
    const stopTracing = await trace(devtools)
    await link.click()
    await page.waitForFunction(() => window.bench.painted !== undefined)
    const painted = await page.evaluate(() => window.bench.painted)
    times.push(painted)
    busyTimes.push(busyTime(await stopTracing(), painted))
    await page.locator('article').waitFor()
    await page.waitForTimeout(500)
    await page.goBack()
    await page.locator('.articles').waitFor()
    await page.waitForTimeout(500)
    tasks.push(...(await page.evaluate(() => window.bench.tasks)))
    await page.evaluate(() => scrollBy(0, 3 * 180))
    await page.waitForTimeout(1000)
  }
  row(`tap to painted article, ${name}, RTT ${RTT_MS} ms`, inOrder(times))
  row(`… of which the main thread was at work, ${name}`, inOrder(busyTimes))
  row(`long tasks of tap and Back, ${name}`, longTasks(tasks))
  await close()
}

/** On a machine that others use too, time at work says more than time on the clock. */
async function trace(devtools) {
  const events = []
  const collect = ({ value }) => events.push(...value)
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
    transferMode: 'ReportEvents',
  })
  return async () => {
    const complete = new Promise(done => devtools.once('Tracing.tracingComplete', done))
    await devtools.send('Tracing.end')
    await complete
    devtools.off('Tracing.dataCollected', collect)
    return events
  }
}

/** Milliseconds of processor that the page's main thread took from the click on. */
function busyTime(events, duration) {
  const click = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'click')
  const tasks = events.filter(
    ({ name, tid, pid, ts }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      tid === click.tid &&
      pid === click.pid &&
      ts > click.ts - 50_000 &&
      ts < click.ts + duration * 1000,
  )
  return tasks.reduce((sum, { tdur = 0, ts, dur }) => sum + (ts + dur > click.ts ? tdur : 0), 0) / 1000
}

/** The one in the middle, and all. */
function inOrder(times) {
  const sorted = times.map(Math.round).sort((a, b) => a - b)
  return `${sorted[sorted.length >> 1]} ms (${sorted.join(', ')})`
}

async function scrollStory() {
  const { page, devtools, close } = await open()
  await page.waitForTimeout(1000)
  await start(page)
  await scroll(page, devtools, 500)
  const { tasks, frames } = await page.evaluate(() => window.bench)
  const gaps = frames.slice(1).map((frame, index) => frame - frames[index])
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0)
  row('500 articles scrolled: frames shown, dropped', `${frames.length}, ${dropped}`)
  row('500 articles scrolled: long tasks', longTasks(tasks))
  await close()
}

async function jumpStory() {
  const { page, close } = await open()
  await page.waitForTimeout(1000)
  await start(page)
  await page.locator('.month-jump').click()
  await page.locator('.years input').last().check()
  await page.locator('.months li button').first().click()
  await page.locator('.months').waitFor({ state: 'hidden' })
  await page.waitForTimeout(1000)
  row('jump to a month: long tasks', longTasks(await page.evaluate(() => window.bench.tasks)))
  await close()
}

async function memoryStory() {
  const { page, devtools, close } = await open()
  await page.waitForTimeout(1000)
  const before = await memory(devtools)
  let passed = 0
  for (let direction = 1; passed < 2000; direction = -direction)
    passed += await scroll(page, devtools, Math.min(2000 - passed, list.count - 10) * direction)
  await page.waitForTimeout(1000)
  const after = await memory(devtools)
  row(`after ${passed} articles: JS heap`, `${before.heap} → ${after.heap} MB`)
  row(`after ${passed} articles: DOM nodes`, `${before.nodes} → ${after.nodes}`)
  await close()
}

/** Flings through so many articles, at 10,000 pixels a second. */
async function scroll(page, devtools, articles) {
  const height = await page.evaluate(() => {
    const rows = document.querySelectorAll('.articles > li.entry:not(.pending)')
    return (rows[rows.length - 1].offsetTop - rows[0].offsetTop) / (rows.length - 1)
  })
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 190,
    y: 500,
    yDistance: -Math.round(articles * height),
    speed: 10_000,
    gestureSourceType: 'touch',
  })
  return Math.abs(articles)
}

async function memory(devtools) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = name => metrics.find(metric => metric.name === name).value
  return { heap: (of('JSHeapUsedSize') / 1e6).toFixed(1), nodes: of('Nodes') }
}

function longTasks(tasks) {
  return tasks.length === 0 ? 'none over 50 ms' : `${tasks.length}, longest ${Math.max(...tasks)} ms`
}
