import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problems } from '../problems.ts'
import { buildPart, buildSite, type Job, mergeParts } from './build-site.ts'
import { isOfShard, PART_FILE, readShard } from './parts.ts'
import {
  appOf,
  bundlePipeline,
  differences,
  filesOf,
  idOf,
  jobIn,
  picture,
  seedText,
  someSeeds,
  toldBy,
  write,
  writeAll,
} from './test-site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let bundle: string
let folder: string
let whole: { files: Map<string, string>; told: string[] }

/** Twins, and a picture of two seeds, in different parts. */
function seeds() {
  const seeds = someSeeds(40)
  for (let number = 41; number < 46; number++) {
    seeds.set(`a/${idOf(number)}.txt`, seedText({ title: `${number}`, body: '<p>x</p><img src="x.png">' }))
    seeds.set(`b/${idOf(number)}.txt`, seedText({ title: 'twin', body: '<p>x</p><img src="none.png">' }))
  }
  return seeds.set('a/x.png', picture('x'))
}

const job = (more: Partial<Job> = {}) => ({
  ...jobIn(folder, appOf(bundle), { recordsFile: null, ...more }),
  problems: new Problems(),
})

/** Builds all parts of a whole. @returns the folder that holds them */
async function partsOf(of: number, more: Partial<Job> = {}): Promise<string> {
  const parts = mkdtempSync(join(folder, 'parts-'))
  for (let number = 1; number <= of; number++)
    await buildPart(job({ ...more, outDir: join(parts, `${number}`) }), { number, of })
  return parts
}

const merge = (parts: string, more: Partial<Job> = {}) =>
  mergeParts(job({ outDir: join(folder, 'merged'), ...more }), parts)

beforeAll(async () => {
  bundle = await bundlePipeline()
  folder = mkdtempSync(join(tmpdir(), 'shiye-parts-'))
  writeAll(join(folder, 'seeds'), seeds())
  const all = job()
  await buildSite(all)
  whole = { files: filesOf(all.outDir), told: toldBy(all) }
})
afterAll(() => {
  rmSync(bundle, { recursive: true })
  rmSync(folder, { recursive: true })
})

describe('merged parts are the whole', () => {
  test('twins lie in different parts', () => {
    const shardOf = (path: string) => [1, 2].find(number => isOfShard(path, { number, of: 2 }))
    const apart = [41, 42, 43, 44, 45].filter(
      number => shardOf(`a/${idOf(number)}.txt`) !== shardOf(`b/${idOf(number)}.txt`),
    )
    expect(apart).not.toEqual([])
  })

  test.each([1, 2, 3, 8])('of %i parts, to the byte, with the same problems', async of => {
    const merged = job({ outDir: join(folder, `merged-${of}`) })
    const built = await mergeParts(merged, await partsOf(of))
    expect(differences(filesOf(merged.outDir), whole.files)).toEqual([])
    expect(toldBy(merged)).toEqual(whole.told)
    expect(built).toMatchObject({ articles: 45, size: { files: whole.files.size } })
  })

  test('of fewer seeds than parts', async () => {
    const seedsDir = join(folder, 'few')
    writeAll(seedsDir, [
      [`${idOf(1)}.txt`, seedText({})],
      [`${idOf(2)}.txt`, seedText({})],
    ])
    const parts = await partsOf(5, { seedsDir })
    await merge(parts, { outDir: join(folder, 'few-merged') })
    await buildSite(job({ seedsDir, outDir: join(folder, 'few-whole') }))
    expect(differences(filesOf(join(folder, 'few-merged')), filesOf(join(folder, 'few-whole')))).toEqual([])
  })

  test('again upon what was merged before, when a seed has changed, and then built whole', async () => {
    const seedsDir = join(folder, 'changing')
    writeAll(seedsDir, someSeeds(20))
    const more = { seedsDir, outDir: join(folder, 'again'), recordsFile: join(folder, 'again.jsonl') }
    await merge(await partsOf(2, { seedsDir }), more)
    write(join(seedsDir, `${idOf(4)}.txt`), seedText({ title: 'changed' }))
    rmSync(join(seedsDir, `${idOf(6)}.txt`))
    await merge(await partsOf(2, { seedsDir }), more)
    await buildSite(job({ seedsDir, outDir: join(folder, 'changed') }))
    const files = filesOf(join(folder, 'changed'))
    expect(differences(filesOf(more.outDir), files)).toEqual([])
    await buildSite(job(more))
    expect(differences(filesOf(more.outDir), files)).toEqual([])
  })
})

describe('parts that do not fit', () => {
  let parts: string
  let good: string
  beforeAll(async () => {
    good = await partsOf(3)
  })
  beforeEach(() => {
    parts = mkdtempSync(join(folder, 'odd-'))
    cpSync(good, parts, { recursive: true })
  })

  const expectRefusal = (message: string | RegExp, more: Partial<Job> = {}) =>
    expect(merge(parts, more)).rejects.toThrow(message)

  test('one is missing', async () => {
    rmSync(join(parts, '2'), { recursive: true })
    await expectRefusal(`${parts} holds 2 of 3 parts, or one twice: seeds are missing`)
  })

  test('none is there', async () => {
    for (const name of readdirSync(parts)) rmSync(join(parts, name), { recursive: true })
    await expectRefusal(`there are no parts in ${parts}: build them with SHARD=1/2, SHARD=2/2 and so on`)
  })

  test('one is of other seeds', async () => {
    const seedsDir = join(folder, 'other')
    writeAll(seedsDir, seeds().set('more.txt', seedText({ title: 'more' })))
    await buildPart(job({ seedsDir, outDir: join(parts, '2') }), { number: 2, of: 3 })
    await expectRefusal(
      `${join(parts, '2')} and ${join(parts, '1')} were built of other seeds or are parts of other wholes`,
    )
  })

  test('one is part of another whole', async () => {
    await buildPart(job({ outDir: join(parts, '2') }), { number: 2, of: 4 })
    await expectRefusal(
      `${join(parts, '2')} and ${join(parts, '1')} were built of other seeds or are parts of other wholes`,
    )
  })

  test.each([
    ['another look', '2', 'content'],
    ['other settings', '1', 'other'],
  ])('they have %s', async (_, version, contentKey) => {
    await expectRefusal('1 was built by another version or with other settings: build it again', {
      app: appOf(bundle, version, contentKey),
    })
  })

  test.each(['damaged', 'missing'])('a file is %s', async how => {
    const path = [...filesOf(join(parts, '3')).keys()].find(each => each.startsWith('/a/'))!
    const file = join(parts, '3', path)
    if (how === 'missing') rmSync(file)
    else writeFileSync(file, readFileSync(file).subarray(1))
    await expectRefusal(`${file} is ${how}: build that part again`)
  })

  test('what a part knows is damaged', async () => {
    const file = join(parts, '1', PART_FILE)
    writeFileSync(file, readFileSync(file).subarray(0, -1))
    await expectRefusal(`${file} is damaged: build that part again`)
  })
})

test.each([
  [undefined, null],
  ['', null],
  ['1/1', { number: 1, of: 1 }],
  ['2/8', { number: 2, of: 8 }],
])('SHARD=%s is read', (text, shard) => {
  expect(readShard(text)).toEqual(shard)
})

test.each(['0/8', '9/8', 'x', '1', '1/', '/8', '-1/8', '1.5/8', '1/8/9', ' 1/8'])(
  'SHARD=%s is refused',
  text => {
    expect(() => readShard(text)).toThrow(`SHARD must be a part of a whole, such as 2/8, not "${text}"`)
  },
)
