import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { preview } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differences, filesOf, someSeeds, writeAll } from './test-site.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let folder: string
let whole: Map<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-command-'))
  writeAll(join(folder, 'seeds'), someSeeds(30))
  await build(['--outDir', join(folder, 'whole')])
  whole = filesOf(join(folder, 'whole'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const VITE = 'node_modules/vite/bin/vite.js'

/** Runs a command of the project as a publisher does. @returns what it said */
async function run(args: string[], env: Record<string, string> = {}): Promise<string> {
  const { NODE_ENV: _, VITEST: __, ...own } = process.env // those of tests
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    env: {
      ...own,
      SEEDS_DIR: join(folder, 'seeds'),
      CACHE_DIR: join(folder, 'cache'),
      SITE_URL: 'https://example.org',
      ...env,
    },
  })
  return stdout + stderr
}

const build = (args: string[], env?: Record<string, string>) => run([VITE, 'build', ...args], env)

test('parts that are built and merged by command are the whole', async () => {
  const parts = join(folder, 'parts')
  for (const number of [1, 2])
    await build(['--outDir', join(parts, `${number}-of-2`)], { SHARD: `${number}/2` })
  const said = await run(['src/pipeline/build/merge.mjs', '--outDir', join(folder, 'merged')], {
    PARTS_DIR: parts,
  })
  expect(differences(filesOf(join(folder, 'merged')), whole)).toEqual([])
  expect(said).toContain('30 articles')
  expect(said).toContain('bad.txt:1: no front matter')
})

test('a second build, and one without what the first kept, make the same', async () => {
  await build(['--outDir', join(folder, 'whole')])
  expect(differences(filesOf(join(folder, 'whole')), whole)).toEqual([])
  await build(['--outDir', join(folder, 'other')], { CACHE_DIR: '' })
  expect(differences(filesOf(join(folder, 'other')), whole)).toEqual([])
})

test.each(['0/8', '9/8', 'x'])('SHARD=%s is refused in one sentence', async SHARD => {
  await expect(build([], { SHARD })).rejects.toThrow(
    `SHARD must be a part of a whole, such as 2/8, not "${SHARD}"`,
  )
})

test('a preview brings an interrupted build to its end before it serves', async () => {
  const outDir = join(folder, 'whole')
  mkdirSync(`${outDir}.next/files`, { recursive: true })
  renameSync(outDir, `${outDir}.next/old`)
  const server = await preview({
    logLevel: 'silent',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  try {
    const { port } = server.httpServer.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toBe(whole.get('/index.html'))
  } finally {
    await server.close()
  }
})
