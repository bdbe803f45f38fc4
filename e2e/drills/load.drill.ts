import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type CDPSession, expect, type Page, test } from 'playwright/test'
import { everyPage } from '../every-page.ts'
import { Trials } from '../faults.ts'
import { body, collectReports, controlled, ids, open } from '../site.ts'
import { DIST, OWN_PORT } from './drill-sites.ts'
import { goTo } from './follow.ts'

let preview: ChildProcess

/** A preview of the site in a process of its own, whose memory can be told. */
async function startPreview(): Promise<void> {
  const vite = ['node_modules/vite/bin/vite.js', 'preview', '--outDir', DIST, '--host', '127.0.0.1']
  preview = spawn(process.execPath, [...vite, '--port', String(OWN_PORT), '--strictPort'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'ignore',
  })
  await expect.poll(() => isUp(), { timeout: 30_000 }).toBe(true)
}

const isUp = async () => (await ask('/').catch(() => null))?.status === 200

interface Answer {
  status: number
  bytes: number
}

type Reading = (response: import('node:http').IncomingMessage) => unknown

/** Asks the preview. @param read may slow the reading down, or end it */
function ask(path: string, agent?: Agent, read?: Reading): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port: OWN_PORT, path, agent }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        read?.(response)
      })
      response.on('end', () => resolve({ status: response.statusCode!, bytes }))
      response.on('error', reject)
      response.on('close', () => reject(new Error('cut off')))
    })
    request.on('error', reject)
  })
}

const memoryOf = ({ pid }: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

test.describe('the preview', () => {
  test.beforeEach(startPreview)
  test.afterEach(() => preview.kill())

  const CONNECTIONS = 1000
  const SECONDS = 60

  test('1,000 connections for a minute, some slow, some cut off by the reader', async () => {
    const files = readdirSync(join(DIST, 'assets'), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => `/assets/${name}`)
    const sizeOf = (path: string) => statSync(join(DIST, path)).size
    const largest = files.reduce((a, b) => (sizeOf(a) > sizeOf(b) ? a : b))
    const paths = ['/', `/a/${ids.long}/`, `/a/${ids.sample}/`, '/data/tree.json', '/no/such/page/', ...files]
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    const trials = new Trials('L1 preview, 1,000 connections, 10 % slow, 5 % cut off', 'requests')
    const latencies: number[] = []
    const memory: number[] = []
    const lost: string[] = []
    const end = Date.now() + SECONDS * 1000
    let [slow, cutOff] = [0, 0]
    const readOn = async (turn: number) => {
      const path = paths[turn % paths.length]!
      const start = performance.now()
      try {
        const { status } = await ask(path, agent)
        if (status !== (path.startsWith('/no/') ? 404 : 200)) lost.push(`${path}: ${status}`)
      } catch (error) {
        lost.push(`${path}: ${(error as Error).message}`)
      }
      latencies.push(performance.now() - start)
    }
    const readSlowly: Reading = response => {
      response.pause()
      setTimeout(() => response.resume(), 200)
    }
    const reader = async (number: number) => {
      for (let turn = number; Date.now() < end; turn++) {
        if (number % 20 === 0) {
          cutOff++
          await ask(largest, agent, response => response.destroy()).catch(() => undefined)
        } else if (number % 10 === 1) {
          slow++
          await ask(largest, agent, readSlowly).catch(error => lost.push(`slow: ${error.message}`))
        } else await readOn(turn)
      }
    }
    const watch = async () => {
      while (Date.now() < end) {
        memory.push(memoryOf(preview))
        await wait(1000)
      }
    }
    await Promise.all([watch(), ...Array.from({ length: CONNECTIONS }, (_, number) => reader(number))])
    agent.destroy()
    latencies.sort((a, b) => a - b)
    const share = (part: number) => Math.round(latencies[Math.floor(latencies.length * part)]!)
    const third = Math.floor(memory.length / 3)
    const [before, after] = [median(memory.slice(third, 2 * third)), median(memory.slice(-third))]
    console.log(
      `${latencies.length} requests, ${slow} slow, ${cutOff} cut off; median ${share(0.5)} ms, p99 ${share(0.99)} ms; memory ${before.toFixed(0)}, then ${after.toFixed(0)} MB`,
    )
    trials.add(latencies.length + slow, lost)
    trials.tell()
    expect(after).toBeLessThan(before * 1.25)
    expect(await isUp()).toBe(true)
  })

  test('hostile requests are refused, and nothing outside of the output is given', async () => {
    const secret = `secret ${Math.random()}`
    writeFileSync(join(dirname(DIST), 'secret.txt'), secret)
    const trials = new Trials('L2 hostile requests', 'requests')
    for (const [name, request] of Object.entries(hostileRequests()))
      await trials.try(name, async () => {
        const answer = await sendRaw(request)
        expect(answer).not.toContain(secret)
        expect(answer).not.toContain('root:')
        // Silence is an answer too; anything said has to be a refusal.
        if (answer) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
        expect(await isUp()).toBe(true)
      })
    for (const [name, request] of Object.entries(oddRequests))
      await trials.try(name, async () => {
        expect(await sendRaw(request)).toMatch(/^HTTP\/1\.1 (200|204|206|304|404|405|416) /)
      })
    for (let turn = 0; turn < 500; turn++)
      await trials.try(`noise ${turn}`, async () => {
        const answer = await sendRaw(noise())
        expect(answer).not.toContain(secret)
        if (answer) expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
      })
    await trials.try('two hundred that never end their headers', async () => {
      const sockets = Array.from({ length: 200 }, () => connect(OWN_PORT, '127.0.0.1'))
      for (const socket of sockets)
        socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-')
      for (let turn = 0; turn < 10; turn++) {
        for (const socket of sockets) socket.write('a')
        expect(await isUp()).toBe(true)
        await wait(200)
      }
      for (const socket of sockets) socket.destroy()
    })
    trials.tell()
    expect(preview.exitCode).toBeNull()
  })
})

/** Sends bytes; returns what comes back within a second after it stops coming, or until the other side closes. */
function sendRaw(request: Buffer | string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(OWN_PORT, '127.0.0.1')
    let answer = ''
    const end = () => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1000, end)
    socket.on('data', chunk => (answer += chunk.toString('latin1')))
    socket.on('error', end)
    socket.on('close', end)
    socket.write(request)
  })
}

const get11 = (target: string, headers = '', method = 'GET') =>
  `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${headers}\r\n`

/** All that no browser ever asks for. */
function hostileRequests(): Record<string, Buffer | string> {
  const requests: Record<string, Buffer | string> = {}
  const ways = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '.%2e/',
    '..\\',
    '..%5c',
    '%252e%252e%252f',
    '..%c0%af',
    '....//',
  ]
  for (const way of ways)
    for (const start of ['/', '/assets/', '/data/', '//'])
      for (const depth of [1, 2, 12]) {
        for (const file of ['secret.txt', 'package.json', 'etc/passwd'])
          requests[`${start}${way} × ${depth} ${file}`] = get11(start + way.repeat(depth) + file)
      }
  for (const target of [
    '/%00',
    '/index.html%00.png',
    '/a%0d%0aX: y',
    '/%',
    '/%zz',
    '/%e4%b8',
    '/\\',
    '*',
    'x',
    '/\u0001',
  ])
    requests[`target ${JSON.stringify(target)}`] = get11(target)
  for (const target of [
    '/.git/config',
    '/_headers',
    '/.env',
    '//etc/passwd',
    '/@fs/etc/passwd',
    '/src/app/main.tsx',
    '/@vite/client',
  ])
    requests[`file ${target}`] = get11(target)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'BREW', 'get'])
    requests[`method ${method}`] = get11('/', 'Content-Length: 0\r\n', method)
  return {
    ...requests,
    connect: 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n',
    'an address of 64 kB': get11(`/${'a'.repeat(65_536)}`),
    'an address of 10 kB': get11(`/${'a'.repeat(10_000)}`),
    'a query of 64 kB': get11(`/?${'a'.repeat(65_536)}`),
    '10,000 headers': get11('/', Array.from({ length: 10_000 }, (_, at) => `X-${at}: 1\r\n`).join('')),
    'a header of 1 MB': get11('/', `X: ${'a'.repeat(1_000_000)}\r\n`),
    'a cookie of 64 kB': get11('/', `Cookie: ${'a'.repeat(65_536)}\r\n`),
    'no host': 'GET / HTTP/1.1\r\n\r\n',
    'another protocol': 'GET / SHIYE/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'a control character in a header': get11('/', 'X: a\u0001\u0000b\r\n'),
    'a header folded': get11('/', 'X: a\r\n b\r\n'),
    'two lengths': get11('/', 'Content-Length: 5\r\nContent-Length: 6\r\n', 'POST'),
    'length and chunks': get11('/', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', 'POST'),
    'a handshake of TLS': Buffer.from('16030100a5010000a10303', 'hex'),
    zeros: Buffer.alloc(10_000),
  }
}

/** Unusual, and right. */
const oddRequests: Record<string, string> = {
  head: get11('/', '', 'HEAD'),
  options: get11('/', '', 'OPTIONS'),
  'no protocol, as in 1991': 'GET /\r\n\r\n',
  'head of nothing': get11('/no/such/page', '', 'HEAD'),
  'a range': get11('/index.html', 'Range: bytes=0-9\r\n'),
  'a range past the end': get11('/index.html', 'Range: bytes=99999999-\r\n'),
  'a range the wrong way round': get11('/index.html', 'Range: bytes=9-0\r\n'),
  'a range of the end': get11('/index.html', 'Range: bytes=-5\r\n'),
  'a thousand ranges': get11(
    '/index.html',
    `Range: bytes=${Array.from({ length: 1000 }, (_, at) => `${at}-${at}`)}\r\n`,
  ),
  'a range of something': get11('/index.html', 'Range: pages=1-2\r\n'),
  'a date that is none': get11('/', 'If-Modified-Since: never\r\n'),
  'an upgrade': get11('/', 'Upgrade: websocket\r\n'),
  'an encoding of nobody': get11('/', 'Accept-Encoding: *;q=0, snail\r\n'),
}

/** A request in which some bytes are others. */
function noise(): Buffer {
  const bytes = Buffer.from(
    get11(`/${['', 'a/', 'data/tree.json', '..%2fsecret.txt'][Math.floor(Math.random() * 4)]}`),
  )
  for (let change = 0; change < 3; change++)
    bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256)
  return bytes
}

const paths = Object.values(everyPage)
const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

/** Goes to a page of the app and waits until it is the one that is shown. */
async function visit(page: Page, path: string): Promise<void> {
  await goTo(page, path.replace('./', ''))
  await page.waitForFunction(
    path => {
      const isThere =
        location.pathname + location.search ===
        new URL(path, `${location.origin}/`).href.slice(location.origin.length)
      return isThere && !document.querySelector('[data-busy]') && !!document.querySelector('main h1')
    },
    path,
    { timeout: 15_000 },
  )
}

const NAVIGATIONS = 1000

test('1,000 pages in one tab leave nothing behind', async ({ page }) => {
  const reports = collectReports(page)
  const trials = new Trials('L3 navigations in one tab', 'pages')
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await open(page, './')
  await controlled(page)
  const articles = (await (await page.request.get('data/c/pack-1.json')).json()).ids.slice(0, 100) as string[]
  const route = (turn: number) =>
    turn % 2 ? `a/${articles[turn % articles.length]}/` : paths[(turn / 2) % paths.length]!
  const travel = async (from: number, count: number) => {
    for (let turn = from; turn < from + count; turn++)
      await trials.try(route(turn), () => visit(page, route(turn)))
    await visit(page, './')
    await page.waitForLoadState('networkidle')
  }
  await travel(0, 200)
  const before = await measure(client)
  await travel(200, NAVIGATIONS)
  const after = await measure(client)
  console.log(`${NAVIGATIONS} pages: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`)
  trials.tell()
  expect(reports).toEqual([])
  expect(after.heap - before.heap).toBeLessThan(10)
  expect(after.nodes).toBeLessThan(before.nodes * 1.1)
  expect(after.listeners).toBeLessThan(before.listeners * 1.1)
})

/** What a page holds after everything is collected that nobody holds: MB, nodes, listeners. */
async function measure(client: CDPSession) {
  for (let turn = 0; turn < 3; turn++) await client.send('HeapProfiler.collectGarbage')
  const { metrics } = await client.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find(each => each.name === name)!.value
  return {
    heap: Number((metric('JSHeapUsedSize') / 1e6).toFixed(1)),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  }
}

/** What extensions do to a page that is not theirs. */
const extensions: Record<string, () => void> = {
  'a translator': () => {
    // Wraps each text in elements of its own, and what comes later as well.
    const translate = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      for (const text of texts) {
        const isOurs = text.parentElement?.closest('font, script, style, textarea, title')
        if (isOurs || !text.data.trim()) continue
        const font = document.createElement('font')
        const inner = document.createElement('font')
        text.replaceWith(font)
        inner.textContent = text.data
        font.append(inner)
      }
    }
    const watcher = new MutationObserver(() => translate(document.body))
    translate(document.body)
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
  },
  'a blocker': () => {
    // Takes away every fifth element that holds nothing of what is read.
    const kept = ':has(h1), h1, h1 *, [data-article-body], [data-article-body] *, :has([data-article-body])'
    const elements = [...document.querySelectorAll(`#app *:not(${kept})`)]
    for (const [at, element] of elements.entries()) if (at % 5 === 0) element.remove()
  },
}

for (const [name, interfere] of Object.entries(extensions))
  test(`${name} interferes with each page, and all others can be visited from there`, async ({ page }) => {
    test.setTimeout(1_800_000)
    const trials = new Trials(`L5 ${name}`, 'pages')
    for (const path of paths) {
      const text = path === everyPage.long ? '屏幕' : ''
      await trials.try(path, async () => {
        await open(page, path)
        await page.evaluate(interfere)
        await expect(heading(page)).not.toBeEmpty()
        if (path.startsWith('a/')) await expect(body(page)).toContainText(text)
      })
      for (const next of paths.filter(other => other !== path))
        await trials.try(`${path} → ${next}`, async () => {
          await visit(page, next).finally(async () => {
            if (!(await heading(page).isVisible())) await open(page, path)
          })
          await expect(heading(page)).not.toBeEmpty()
          await expect(heading(page)).not.toHaveText('这一页出了问题')
          if (next.startsWith('a/')) await expect(body(page)).not.toBeEmpty()
        })
    }
    trials.tell()
  })
