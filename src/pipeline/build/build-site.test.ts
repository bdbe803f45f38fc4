import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problems } from '../problems.ts'
import { buildSite, type Job } from './build-site.ts'
import { readRecords, writeRecords } from './records.ts'
import {
  appOf,
  bundlePipeline,
  differences,
  emptyFoldersOf,
  faultsOf,
  filesOf,
  idOf,
  jobIn,
  picture,
  seedText,
  someSeeds,
  timesOf,
  toldBy,
  write,
  writeAll,
} from './test-site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let bundle: string
beforeAll(async () => {
  bundle = await bundlePipeline()
})
afterAll(() => rmSync(bundle, { recursive: true }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-build-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const jobFor = (more: Partial<Job> = {}) => jobIn(folder, appOf(bundle), more)

/** Builds the same seeds from nothing, in another folder. */
async function buildClean(job: Job): Promise<{ files: Map<string, string>; told: string[] }> {
  const aside = mkdtempSync(join(tmpdir(), 'shiye-clean-'))
  try {
    const clean = { ...job, outDir: join(aside, 'out'), recordsFile: null, problems: new Problems() }
    await buildSite(clean)
    return { files: filesOf(clean.outDir), told: toldBy(clean) }
  } finally {
    rmSync(aside, { recursive: true })
  }
}

/**
 * Builds upon what was built before, and expects what a build from nothing makes.
 *
 * @param retired and beside it these scripts of versions before
 */
async function expectAsClean(job: Job, retired: string[] = []): Promise<void> {
  await buildSite(job)
  const clean = await buildClean(job)
  const files = filesOf(job.outDir)
  expect([...files.keys()].filter(path => !clean.files.has(path)).sort()).toEqual(retired)
  for (const path of retired) {
    const [, version] = /app-(.)\.js/.exec(path)!
    expect(files.get(path)).toBe(`// ${version}`)
    files.delete(path)
  }
  expect(differences(files, clean.files)).toEqual([])
  expect(toldBy(job)).toEqual(clean.told)
  expect(emptyFoldersOf(job.outDir)).toEqual([])
}

describe('the same seeds give the same bytes', () => {
  beforeEach(() => writeAll(join(folder, 'seeds'), someSeeds(130)))

  test('the site is whole', async () => {
    const job = jobFor()
    const built = await buildSite(job)
    const files = filesOf(job.outDir)
    expect(built).toMatchObject({ articles: 130, size: { files: files.size } })
    expect(built.size.bytes).toBe([...files.values()].reduce((sum, text) => sum + text.length, 0))
    expect(faultsOf(job.outDir)).toEqual([])
    expect(toldBy(job)).toEqual([
      'seeds/bad.txt:1: no front matter: the file must begin with a line ---',
      `seeds/odd/${idOf(2)}.md:1: its id ${idOf(2)} is already that of seeds/${idOf(2)}.txt`,
    ])
  })

  test('with any number of threads', async () => {
    const [one, two, five] = [1, 2, 5].map(threads => jobFor({ threads, outDir: join(folder, `${threads}`) }))
    for (const job of [one!, two!, five!]) await buildSite({ ...job, recordsFile: null })
    const files = filesOf(one!.outDir)
    expect(filesOf(two!.outDir)).toEqual(files)
    expect(filesOf(five!.outDir)).toEqual(files)
  })

  test('in any zone and language, order of files and folder', async () => {
    const job = jobFor({ recordsFile: null })
    await buildSite(job)
    const files = filesOf(job.outDir)
    const other = join(folder, 'other place')
    writeAll(join(other, 'seeds'), [...someSeeds(130)].reverse())
    for (const [zone, language] of [
      ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
      ['America/St_Johns', 'sv_SE.UTF-8'],
    ]) {
      const again = { ...jobIn(other, job.app), recordsFile: null }
      write(join(other, 'job.json'), JSON.stringify(again))
      execFileSync(process.execPath, [join(bundle, 'run.js'), join(other, 'job.json')], {
        env: { ...process.env, TZ: zone, LC_ALL: language, LANG: language },
      })
      expect(differences(filesOf(again.outDir), files)).toEqual([])
    }
  })
})

describe('building upon what was built before', () => {
  const someIds = fc.integer({ min: 1, max: 24 })
  const edits = fc.oneof(
    fc.record({ do: fc.constant('write' as const), number: someIds, title: fc.nat(3), body: fc.nat(3) }),
    fc.record({ do: fc.constant('date' as const), number: someIds, month: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ do: fc.constant('categories' as const), number: someIds, category: fc.nat(3) }),
    fc.record({ do: fc.constant('remove' as const), number: someIds }),
    fc.record({ do: fc.constant('move' as const), number: someIds, to: fc.constantFrom('0', 'a', 'z') }),
    fc.record({ do: fc.constant('rename' as const), number: someIds, to: someIds }),
    fc.record({ do: fc.constant('swap' as const), number: someIds, with: someIds }),
    fc.record({ do: fc.constant('spoil' as const), number: someIds }),
    fc.record({ do: fc.constant('twin' as const), number: someIds, in: fc.constantFrom('0', 'z') }),
    fc.record({ do: fc.constant('picture' as const), number: fc.nat(2), content: fc.nat(2) }),
    fc.record({ do: fc.constant('no picture' as const), number: fc.nat(2) }),
    fc.record({ do: fc.constant('nothing' as const) }),
  )
  type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never

  /** What each of the first builds begins with. */
  const begin = () =>
    new Map<string, string | Uint8Array>(
      Array.from({ length: 24 }, (_, index) => [`s/${idOf(index + 1)}.txt`, textOf(index + 1, {})]),
    ).set('s/0.png', picture())

  function textOf(
    number: number,
    more: { title?: number; body?: number; month?: number; category?: number },
  ) {
    const { title = 0, body = 0, month = (number % 9) + 1, category = number % 4 } = more
    const image = number % 3 === 0 ? `<img src="../s/${number % 9 === 0 ? 0 : (number % 2) + 1}.png">` : ''
    return seedText({
      title: `title ${title}`,
      date: `2024-0${month}-11`,
      categories: `[s, c${category}]`,
      body: `<p>text ${body}</p>${image}`,
    })
  }

  function edit(seeds: Map<string, string | Uint8Array>, edit: Edit) {
    if (edit.do === 'nothing') return
    if (edit.do === 'picture') return seeds.set(`s/${edit.number}.png`, picture(`${edit.content}`))
    if (edit.do === 'no picture') return seeds.delete(`s/${edit.number}.png`)
    const path =
      [...seeds.keys()].find(each => each.includes(idOf(edit.number))) ?? `s/${idOf(edit.number)}.txt`
    const text = seeds.get(path) ?? textOf(edit.number, {})
    if (edit.do === 'remove') return seeds.delete(path)
    if (edit.do === 'spoil') return seeds.set(path, 'no front matter')
    if (edit.do === 'twin')
      return seeds.set(`${edit.in}/${idOf(edit.number)}.md`, textOf(edit.number, { body: 4 }))
    if (edit.do === 'move' || edit.do === 'rename') {
      seeds.delete(path)
      return seeds.set(
        edit.do === 'move' ? `${edit.to}/${idOf(edit.number)}.txt` : `s/${idOf(edit.to)}.txt`,
        text,
      )
    }
    if (edit.do === 'swap') {
      const other = `s/${idOf(edit.with)}.txt`
      seeds.set(path, seeds.get(other) ?? text)
      return seeds.set(other, text)
    }
    seeds.set(path, textOf(edit.number, edit))
  }

  /** Makes the seeds folder hold just these, all of one time as after unpacking an archive. */
  function layOut(seedsDir: string, before: Map<string, unknown>, seeds: Map<string, string | Uint8Array>) {
    for (const path of before.keys()) if (!seeds.has(path)) rmSync(join(seedsDir, path))
    for (const [path, content] of seeds)
      if (before.get(path) !== content) {
        write(join(seedsDir, path), content)
        utimesSync(join(seedsDir, path), 1_700_000_000, 1_700_000_000)
      }
  }

  /** Lets the records be of a build long after the seeds were written, as they mostly are. */
  function settle(file: string) {
    const records = readRecords(file)!
    writeRecords(file, { ...records, time: Date.now() + 3_600_000 })
  }

  test('makes what a build from nothing makes, whatever was changed, and writes no more than that', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(edits, { minLength: 1, maxLength: 3 }), fc.boolean()), {
          minLength: 3,
          maxLength: 8,
        }),
        async steps => {
          rmSync(folder, { recursive: true })
          let seeds = begin()
          layOut(join(folder, 'seeds'), new Map(), seeds)
          await buildSite(jobFor())
          for (const [several, isSettled] of steps) {
            if (isSettled) settle(jobFor().recordsFile!)
            const before = seeds
            seeds = new Map(seeds)
            for (const one of several) edit(seeds, one)
            layOut(join(folder, 'seeds'), before, seeds)
            const job = jobFor()
            const [files, times] = [filesOf(job.outDir), timesOf(job.outDir)]
            await expectAsClean(job)
            const changed = [...before, ...seeds].filter(
              ([path, text]) => !(before.get(path) === text && seeds.get(path) === text),
            )
            const hasOtherPictures = changed.some(([path]) => path.endsWith('.png'))
            const mayBeRewritten = (path: string) =>
              /\/a\//.test(path) && (hasOtherPictures || changed.some(([seed]) => path.includes(idIn(seed))))
            const now = filesOf(job.outDir)
            const newTimes = timesOf(job.outDir)
            for (const [path, text] of now)
              if (files.get(path) === text && !mayBeRewritten(path))
                expect({ path, time: newTimes.get(path) }).toEqual({ path, time: times.get(path) })
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  const idIn = (path: string) => /[0-9a-f]{16}/.exec(path)?.[0] ?? path
})

describe('what the build before knew', () => {
  let files: Map<string, string>
  let times: Map<string, number>
  let job: Job
  beforeEach(async () => {
    writeAll(join(folder, 'seeds'), someSeeds(20))
    await buildSite(jobFor())
    job = jobFor()
    files = filesOf(job.outDir)
    times = timesOf(job.outDir)
  })

  const expectSame = async (more: Partial<Job> = {}) => {
    await buildSite({ ...job, ...more, problems: new Problems() })
    expect(differences(filesOf(job.outDir), files)).toEqual([])
  }
  const rewritten = () => {
    const now = timesOf(job.outDir)
    return [...now.keys()].filter(path => now.get(path) !== times.get(path))
  }
  const expectAllMadeAnewOnce = async (more: Partial<Job> = {}) => {
    await expectSame(more)
    expect(rewritten().length).toBe(files.size)
    times = timesOf(job.outDir)
    await expectSame(more)
    expect(rewritten()).toEqual([])
  }

  test('is used: a second build writes nothing', async () => {
    await expectSame()
    expect(rewritten()).toEqual([])
  })

  test('is ignored if any byte of it is another, or is missing', async () => {
    const bytes = readFileSync(job.recordsFile!)
    const last = bytes.length - 1
    fc.assert(
      fc.property(fc.nat(last), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const other = Buffer.from(bytes)
        other[place]! ^= change
        writeFileSync(job.recordsFile!, other)
        expect(readRecords(job.recordsFile!)).toBeNull()
        writeFileSync(job.recordsFile!, bytes.subarray(0, place))
        expect(readRecords(job.recordsFile!)).toBeNull()
      }),
      { numRuns: 200, examples: [0, last, bytes.lastIndexOf('\n')].map(place => [place, 1]) },
    )
    await expectAllMadeAnewOnce()
  })

  test.each<[string, (file: string) => void]>([
    ['it is empty', file => writeFileSync(file, '')],
    ['it is gone', file => rmSync(file)],
    [
      'a folder lies in its place',
      file => {
        rmSync(file)
        write(join(file, 'x'), '')
      },
    ],
    ['it is of another version', file => writeRecords(file, { ...readRecords(file)!, version: 'older' })],
  ])('is ignored if %s', async (_, spoil) => {
    spoil(job.recordsFile!)
    await expectAllMadeAnewOnce()
  })

  test.each<[string, (file: string) => void]>([
    ['changed', file => writeFileSync(file, 'other')],
    ['emptied', file => writeFileSync(file, '')],
    ['deleted', file => rmSync(file)],
  ])('does not hide that output was %s by hand', async (_, spoil) => {
    const id = idOf(3)
    for (const path of [
      'index.html',
      `a/${id}/index.html`,
      `data/a/${id}.json`,
      'data/c/page-1.json',
      'sw.js',
    ])
      spoil(join(job.outDir, path))
    await expectSame()
    expect(rewritten().length).toBeLessThan(files.size / 2)
  })

  test('does not hide that all output is gone', async () => {
    rmSync(job.outDir, { recursive: true })
    await expectSame()
  })

  test('is not taken for what another build made there since', async () => {
    write(join(job.seedsDir, 'more.txt'), seedText({ title: 'more', categories: 'more' }))
    await buildSite({ ...jobFor(), recordsFile: join(folder, 'other.jsonl') })
    rmSync(join(job.seedsDir, 'more.txt'))
    await expectSame()
  })

  test('lets data stay where only the look of pages changes', async () => {
    const other = jobFor({ app: appOf(bundle, '2') })
    await expectAsClean(other, ['/assets/app-1.js'])
    const changed = rewritten()
    const pages = [...files.keys()].filter(path => path.endsWith('.html'))
    expect(changed.filter(path => path.endsWith('.json'))).toEqual([])
    expect(changed.filter(path => path.endsWith('.html')).sort()).toEqual(pages.sort())
  })

  test('lets nothing stay where articles are made otherwise', async () => {
    await expectAllMadeAnewOnce({ app: appOf(bundle, '1', 'other') })
  })

  test('lets scripts of versions before stay, whatever else is made anew', async () => {
    const script = (version: string) => `/assets/app-${version}.js`
    const versionOf = (version: string, contentKey?: string) =>
      jobFor({ app: appOf(bundle, version, contentKey) })
    await expectAsClean(versionOf('2'), [script('1')])
    await expectAsClean(versionOf('2'), [script('1')])
    await expectAsClean(versionOf('3', 'other'), [script('1'), script('2')])
    await expectAsClean(versionOf('1', 'other'), [script('2'), script('3')])
    // What somebody else has put there is not theirs.
    write(join(job.outDir, script('2')), 'other')
    write(join(job.outDir, '/assets/more.js'), 'more')
    await expectAsClean(versionOf('1', 'other'), [script('3')])
  })

  test('of a seed that has become a twin is forgotten', async () => {
    const twin = join(job.seedsDir, `0/${idOf(4)}.md`)
    write(twin, seedText({ title: 'first', body: '<p>other</p><img src="none.png">' }))
    await expectAsClean(jobFor())
    rmSync(dirname(twin), { recursive: true })
    await expectAsClean(jobFor())
  })
})
