import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp } from './app-bundle.ts'
import { write } from './test-site.ts'

const page = { template: 't', scripts: {}, typesetScript: '', policy: null }
const keys = { content: 'c', app: 'a' }

let cache: string
let builds = 0
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'shiye-cache-'))
  builds = 0
})
afterEach(() => rmSync(cache, { recursive: true }))

const open = (own = 'building-1', text = 'app', meanwhile = async () => {}) => {
  const stage = join(cache, own)
  return openApp(cache, keys, stage, async () => {
    builds++
    write(join(stage, 'client/assets/app.js'), text)
    write(join(stage, 'server/entry-server.js'), text)
    await meanwhile()
    return page
  })
}

test('an app is built once', async () => {
  const app = await open()
  expect(app.clientFiles.map(([path]) => path)).toEqual(['/assets/app.js'])
  expect(await open()).toEqual(app)
  expect(builds).toBe(1)
})

test.each(['page.json', 'client/assets/app.js', 'server/entry-server.js'])(
  'an app whose %s is cut off or gone is built again',
  async path => {
    const app = await open()
    const file = join(cache, 'app-a', path)
    writeFileSync(file, readFileSync(file).subarray(1))
    expect(await open()).toEqual(app)
    expect(builds).toBe(2)
    rmSync(file)
    expect(await open()).toEqual(app)
    expect(builds).toBe(3)
  },
)

test('of two builds at once, both use the app that was ready first', async () => {
  const first: { app?: Awaited<ReturnType<typeof open>> } = {}
  const second = await open('building-1', 'app', async () => {
    first.app = await open('building-2')
  })
  expect(builds).toBe(2)
  expect(second).toEqual(first.app)
  expect(readFileSync(second.serverEntry, 'utf8')).toBe('app')
})

test('what nobody used for a month is thrown away', async () => {
  for (const name of ['app-old', 'building-9', 'records-old.jsonl', 'app-new', 'mine']) {
    write(join(cache, name, 'x'), '')
    if (name !== 'app-new') utimesSync(join(cache, name), 1, 1)
  }
  await open()
  expect(readdirSync(cache).sort()).toEqual(['app-a', 'app-new', 'mine'])
})
