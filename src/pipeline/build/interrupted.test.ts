import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { App } from './app-bundle.ts'
import { buildSite, type Job } from './build-site.ts'
import { recover } from './output.ts'
import {
  appOf,
  bundlePipeline,
  differences,
  faultsOf,
  filesOf,
  idOf,
  jobIn,
  seedText,
  someSeeds,
  write,
  writeAll,
} from './test-site.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let bundle: string
/** What a build from nothing makes of the seeds of each round, and its app. */
const clean: Map<string, string>[] = []

beforeAll(async () => {
  bundle = await bundlePipeline()
  const folder = mkdtempSync(join(tmpdir(), 'shiye-clean-'))
  for (const round of [0, 1]) {
    const job = jobIn(join(folder, `${round}`), appOf(bundle, `${round}`), { recordsFile: null })
    writeAll(job.seedsDir, seedsOf(round))
    await buildSite(job)
    clean.push(filesOf(job.outDir))
  }
  rmSync(folder, { recursive: true })
})
afterAll(() => rmSync(bundle, { recursive: true }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-interrupted-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Enough for threads. From one round to the next some change, some go, some are new. */
function seedsOf(round: number): Map<string, string | Uint8Array> {
  const seeds = someSeeds(104)
  if (round === 0) return seeds
  for (let number = 1; number < 104; number += 9)
    seeds.set(`new/${idOf(number + 1000)}.txt`, seedText({ title: 'new', categories: '[s1, new]' }))
  for (const path of [...seeds.keys()].filter((_, index) => index % 11 === 0)) seeds.delete(path)
  return seeds
}

/** Puts the seeds of a round in the place of those before. */
function jobOf(round: number, more: Partial<Job> = {}): Job {
  const job = jobIn(folder, appOf(bundle, `${round}`), { threads: 2, ...more })
  rmSync(job.seedsDir, { recursive: true, force: true })
  writeAll(job.seedsDir, seedsOf(round))
  return job
}

async function built(round: number, more: Partial<Job> = {}): Promise<Job> {
  const job = jobOf(round, { threads: 0, ...more })
  await buildSite(job)
  return job
}

/** What lies beside the output, the seeds and the records. */
const leftovers = () => readdirSync(folder).filter(name => /\.(next|old|lock)/.test(name))

/** How an output differs from that of a clean build. The script of another version stays, for pages that are open. */
function differencesTo(round: number, outDir: string): string[] {
  const files = filesOf(outDir)
  files.delete(`/assets/app-${1 - round}.js`)
  return differences(files, clean[round]!)
}

const isRound = (round: number, outDir: string) => differencesTo(round, outDir).length === 0

/** Every file and link, and all of one build. */
function expectWhole(outDir: string) {
  expect(faultsOf(outDir)).toEqual([])
  expect([0, 1].some(round => isRound(round, outDir))).toBe(true)
}

async function expectNextBuildIsClean(more: Partial<Job> = {}) {
  const job = await built(1, more)
  expect(differencesTo(1, job.outDir)).toEqual([])
  expect(leftovers()).toEqual([])
}

/** An app whose pages are made by other code. */
function appWith(code: string): App {
  const app = appOf(bundle, '1')
  const serverEntry = join(bundle, `entry-${Math.abs(hashOf(code))}.js`)
  writeFileSync(serverEntry, `import { isMainThread } from 'node:worker_threads'\n${code}`)
  return { ...app, serverEntry }
}

const hashOf = (text: string) => [...text].reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) | 0, 7)

interface Run {
  process: ChildProcess
  said: () => string
  errors: () => string
  ended: Promise<number | NodeJS.Signals>
}

function start(job: Job, options: { uid?: number } = {}): Run {
  const file = join(folder, 'job.json')
  write(file, JSON.stringify(job))
  const child = spawn(process.execPath, [join(bundle, 'run.js'), file], options)
  let [said, errors] = ['', '']
  child.stdout.on('data', text => {
    said += text
  })
  child.stderr.on('data', text => {
    errors += text
  })
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code)
  return { process: child, said: () => said, errors: () => errors, ended }
}

/** Waits until a build says what it does, and so many pieces of that are done. */
async function says(run: Run, what: string, done = 0): Promise<void> {
  const doneOf = (said: string) =>
    said.includes(what) ? said.slice(said.indexOf(what)).split('.').length - 1 : -1
  while (doneOf(run.said()) < done) await once(run.process.stdout!, 'data')
}

describe('a thread', () => {
  test.each([
    ['throws', `export const render = () => { throw new Error('no page today') }`, /\.txt: no page today/],
    [
      'throws outside of any work',
      `export const render = () => new Promise(() => setImmediate(() => { throw new Error('out of order') }))`,
      /a thread failed at one of .*\.txt.*: out of order/,
    ],
    [
      'cannot start',
      `throw new Error('no such package')\nexport const render = 1`,
      /a thread failed at .*no such package/,
    ],
    [
      'exits',
      `export const render = () => isMainThread || process.exit(3)`,
      /a thread failed at one of .*\.txt.*: it ended with 3/,
    ],
    [
      'needs more memory than there is',
      `export const render = () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)) }`,
      /a thread failed at one of .*\.txt.*memory/,
    ],
  ])('that %s ends the build, and the old output stays', async (_, code, message) => {
    const job = await built(0)
    await expect(buildSite(jobOf(1, { app: appWith(code) }))).rejects.toThrow(message)
    expect(isRound(0, job.outDir)).toBe(true)
    expect(leftovers()).toEqual([])
    await expectNextBuildIsClean()
  })
})

describe('a build that is stopped', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s leaves the old output, and nothing else', async signal => {
    const { outDir } = await built(0)
    const run = start(jobOf(1))
    await says(run, 'Articles')
    run.process.kill(signal)
    expect(await run.ended).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(run.said()).not.toContain('built')
    expect(isRound(0, outDir)).toBe(true)
    expect(leftovers()).toEqual([])
    await expectNextBuildIsClean()
  })

  // From nothing the output is swapped; upon records it is moved file by file, and then mended by the next.
  test.each([
    ['from nothing', { recordsFile: null }],
    ['upon the one before', {}],
  ])('at 20 moments by SIGKILL, %s, leaves an output whose every link leads somewhere', async (_, more) => {
    const { outDir } = await built(0, more)
    // Pages that only one of the two sites has lead to each other: no order of moves suits all of them. But none of them
    // is to be come by from a page that both have, unless it is there with all that it leads to.
    const lasting = [...clean[0]!.keys()].filter(path => path.endsWith('.html') && clean[1]!.has(path))
    expect(lasting.length).toBeGreaterThan(50)
    let cutShort = 0
    for (let moment = 0; moment < 20; moment++) {
      const run = start(jobOf(isRound(0, outDir) ? 1 : 0, { threads: 1, ...more }))
      // Half of them while it works, after so many pieces of work; half about when it publishes.
      if (moment < 10) await says(run, 'Articles', moment * 8)
      else await says(run, 'Lists')
      const timer = setTimeout(() => run.process.kill('SIGKILL'), moment < 10 ? 0 : (moment - 10) * 8)
      if ((await run.ended) === 'SIGKILL') cutShort++
      clearTimeout(timer)
      expect(faultsOf(outDir, lasting)).toEqual([])
      recover(outDir)
      expectWhole(outDir)
      if (moment % 10 === 9) await expectNextBuildIsClean(more)
    }
    expect(cutShort).toBeGreaterThan(5)
  })
})

describe('an output that is half published', () => {
  /** Stops a build at the moment when its journal lies there. */
  async function stopAtJournal(): Promise<{
    outDir: string
    moves: string[]
    removals: string[]
    next: string
  }> {
    const { outDir, recordsFile } = await built(0)
    const old = join(folder, 'kept')
    execFileSync('cp', ['-a', outDir, old])
    execFileSync('cp', ['-a', recordsFile!, `${recordsFile}.kept`])
    const job = jobOf(1)
    await buildSite(job)
    const now = filesOf(outDir)
    renameSync(recordsFile!, `${recordsFile}.next`)
    renameSync(`${recordsFile}.kept`, recordsFile!)
    const before = filesOf(old)
    const written = [...now].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    const isNew = (path: string) => !before.has(path)
    const moves = [...written.filter(isNew), ...written.filter(path => !isNew(path))]
    const removals = [...before.keys()].filter(path => !now.has(path))
    const next = `${outDir}.next`
    for (const path of moves) {
      mkdirSync(dirname(join(next, 'files', path)), { recursive: true })
      renameSync(join(outDir, path), join(next, 'files', path))
    }
    rmSync(outDir, { recursive: true })
    renameSync(old, outDir)
    const records = { from: `${recordsFile}.next`, to: recordsFile }
    writeFileSync(join(next, 'journal.json'), JSON.stringify({ moves, removals, records }))
    return { outDir, moves, removals, next }
  }

  test('has no link that leads nowhere at any step, and is brought to its end', async () => {
    const { outDir, moves, removals, next } = await stopAtJournal()
    expect(moves.length).toBeGreaterThan(100)
    expect(removals.length).toBeGreaterThan(10)
    const stages = join(folder, 'stages')
    for (const [step, path] of moves.entries()) {
      if (step % 40 === 0) {
        expect(faultsOf(outDir)).toEqual([])
        const stage = join(stages, `${step}`)
        mkdirSync(stage, { recursive: true })
        execFileSync('cp', ['-a', outDir, join(stage, 'out')])
        execFileSync('cp', ['-a', next, join(stage, 'out.next')])
      }
      mkdirSync(dirname(join(outDir, path)), { recursive: true })
      renameSync(join(next, 'files', path), join(outDir, path))
    }
    for (const path of removals.slice(0, 5)) rmSync(join(outDir, path))
    // Pages that go may lead to each other; nothing that stays leads to them.
    const staying = [...filesOf(outDir).keys()].filter(path => !removals.includes(path))
    expect(faultsOf(outDir, staying)).toEqual([])
    const all = [...readdirSync(stages).map(step => join(stages, step, 'out')), outDir]
    for (const each of all) {
      recover(each)
      expect(differencesTo(1, each)).toEqual([])
      expect(existsSync(`${each}.next`)).toBe(false)
      recover(each) // for nothing
    }
    await expectNextBuildIsClean()
  })

  test('stays half published where a file cannot be put in its place, until it can', async () => {
    const { outDir, moves } = await stopAtJournal()
    const blocked = join(outDir, moves.at(-1)!)
    rmSync(blocked, { force: true })
    write(join(blocked, 'x'), 'a folder where a file belongs')
    await expect(buildSite(jobOf(1))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(existsSync(`${outDir}.next/journal.json`)).toBe(true)
    rmSync(blocked, { recursive: true })
    await expectNextBuildIsClean()
  })

  test('is put in place in an order in which what a page leads to is there before it, and goes after it', async () => {
    const { outDir } = await built(0)
    const before = new Set(filesOf(outDir).keys())
    const last = join(outDir, 'sw.js')
    rmSync(last)
    write(join(last, 'x'), 'a folder where a file belongs')
    await expect(buildSite(jobOf(1))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    const { moves, removals } = JSON.parse(readFileSync(`${outDir}.next/journal.json`, 'utf8')) as {
      moves: string[]
      removals: string[]
    }
    const kinds = (paths: string[], kindOf: (path: string) => string) =>
      paths.map(kindOf).filter((kind, index, all) => kind !== all[index - 1])
    const isPage = (path: string) => path.endsWith('.html')
    expect(
      kinds(moves, path =>
        path === '/sw.js' ? 'worker' : before.has(path) ? 'changed' : isPage(path) ? 'new page' : 'new',
      ),
    ).toEqual(['new', 'new page', 'changed', 'worker'])
    expect(kinds(removals, path => (isPage(path) ? 'page' : 'other'))).toEqual(['page', 'other'])
    rmSync(last, { recursive: true })
    await expectNextBuildIsClean()
  })

  test('whose old one was moved away and the new one not yet put in its place is there again', async () => {
    const { outDir } = await built(0)
    mkdirSync(`${outDir}.next/files`, { recursive: true })
    renameSync(outDir, `${outDir}.next/old`)
    recover(outDir)
    expect(isRound(0, outDir)).toBe(true)
    await expectNextBuildIsClean()
  })
})

describe('two builds at once', () => {
  test('into one folder: the second says so and changes nothing', async () => {
    const run = start(jobOf(0))
    await says(run, 'Reading')
    const { outDir } = jobIn(folder, appOf(bundle))
    const job = jobIn(folder, appOf(bundle, '0'))
    await expect(buildSite(job)).rejects.toThrow(
      `${outDir} is in use by process ${run.process.pid}; if that is no build, delete ${outDir}.next.lock`,
    )
    recover(outDir) // leaves it alone
    expect(await run.ended).toBe(0)
    expect(isRound(0, outDir)).toBe(true)
    await expectNextBuildIsClean()
  })

  test('into two folders make two sites', async () => {
    const one = jobOf(0)
    const other = { ...one, outDir: join(folder, 'other'), recordsFile: join(folder, 'other.jsonl') }
    await Promise.all([buildSite(one), buildSite(other)])
    expect(isRound(0, one.outDir)).toBe(true)
    expect(isRound(0, other.outDir)).toBe(true)
  })

  test('what a killed build held is free again', async () => {
    const { outDir } = await built(0)
    const run = start(jobOf(0))
    run.process.kill('SIGKILL')
    await run.ended
    writeFileSync(`${outDir}.next.lock`, `${run.process.pid}`)
    await expectNextBuildIsClean()
  })
})

describe('a seed that changes while it is built', () => {
  /** Lets something happen to the seeds once all were read, before any article is made. */
  const whenRead = (happen: (seedsDir: string) => void): Job => {
    const job = jobOf(1)
    return {
      ...job,
      progress: { ...job.progress, begin: what => what === 'Articles' && happen(job.seedsDir) },
    }
  }

  test.each([
    [
      'was changed',
      (file: string) => writeFileSync(file, seedText({ title: 'other' })),
      'changed while the site was built',
    ],
    ['vanished', (file: string) => rmSync(file), /ENOENT/],
  ])('or %s is named, and the old output stays', async (_, happen, message) => {
    const { outDir } = await built(0)
    const path = `new/${idOf(1010)}.txt`
    const failed = buildSite(whenRead(seedsDir => happen(join(seedsDir, path))))
    await expect(failed).rejects.toThrow(path)
    await expect(failed).rejects.toThrow(message)
    expect(isRound(0, outDir)).toBe(true)
    await expectNextBuildIsClean()
  })
})

describe('an output folder', () => {
  test('that does not exist yet, nor its parent, is made', async () => {
    const job = await built(0, { outDir: join(folder, 'a/b/out') })
    expect(isRound(0, job.outDir)).toBe(true)
    expect(readdirSync(dirname(job.outDir))).toEqual(['out'])
  })

  test('that is a symbolic link stays one', async () => {
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'out'))
    for (const round of [0, 1]) {
      const { outDir } = await built(round)
      expect(realpathSync(outDir)).toBe(realpathSync(join(folder, 'real')))
      expect(isRound(round, outDir)).toBe(true)
    }
    expect(leftovers()).toEqual([])
  })

  test('that holds something else is left alone', async () => {
    write(join(folder, 'out/letter.txt'), 'dear')
    await expect(built(0)).rejects.toThrow('holds something else than a site')
    expect([...filesOf(join(folder, 'out'))]).toEqual([['/letter.txt', 'dear']])
    expect(leftovers()).toEqual([])
  })

  test('that is a work tree of Git stays one', async () => {
    write(join(folder, 'out/.git/HEAD'), 'ref: x')
    for (const round of [0, 1]) {
      const { outDir } = await built(round, { recordsFile: null })
      const files = filesOf(outDir)
      expect(files.get('/.git/HEAD')).toBe('ref: x')
      files.delete('/.git/HEAD')
      expect(differences(files, clean[round]!)).toEqual([])
    }
  })

  const isRoot = process.getuid?.() === 0

  test.runIf(isRoot)('in a folder that nobody may write to is filled where it is', async () => {
    mkdirSync(join(folder, 'theirs/out'), { recursive: true })
    execFileSync('chmod', ['755', folder, bundle, join(folder, 'theirs')])
    const job = jobOf(0, { outDir: join(folder, 'theirs/out'), recordsFile: null })
    execFileSync('chown', ['-R', '65534', job.outDir])
    const run = start(job, { uid: 65534 })
    expect([await run.ended, run.errors()]).toEqual([0, ''])
    expect(isRound(0, job.outDir)).toBe(true)
    expect(readdirSync(dirname(job.outDir))).toEqual(['out'])
  })

  describe.runIf(isRoot && canMount())('on a file system of its own (needs mount)', () => {
    let mounted: string[] = []
    const mount = (place: string, ...options: string[]) => {
      mkdirSync(place, { recursive: true })
      execFileSync('mount', [...options, place])
      mounted.push(place)
    }
    afterEach(() => {
      for (const place of mounted.reverse()) execFileSync('umount', [place])
      mounted = []
    })

    test.each(['tmpfs', 'bind'])('%s: is filled where it is', async kind => {
      const out = join(folder, 'out')
      mkdirSync(join(folder, 'source'))
      if (kind === 'tmpfs') mount(out, '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs')
      else mount(out, '--bind', join(folder, 'source'))
      for (const round of [0, 1, 0]) {
        const { outDir } = await built(round)
        expect(differencesTo(round, outDir)).toEqual([])
      }
      const { outDir } = await built(1, { recordsFile: null })
      expect(differencesTo(1, outDir)).toEqual([])
      expect(leftovers()).toEqual([])
    })

    test.each([
      ['from nothing', { recordsFile: null }],
      ['upon the one before', {}],
    ])('that is full, %s: the build says so, and the old output stays', async (_, more) => {
      const disk = join(folder, 'disk')
      mount(disk, '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs')
      const { outDir } = await built(0, { ...more, outDir: join(disk, 'out') })
      const filler = join(disk, 'filler')
      expect(() => writeFileSync(filler, Buffer.alloc(8 << 20))).toThrow('ENOSPC')
      await expect(built(1, { ...more, outDir })).rejects.toThrow('ENOSPC: no space left on device')
      expect(isRound(0, outDir)).toBe(true)
      expect(readdirSync(disk).sort()).toEqual(['filler', 'out'])
      rmSync(filler)
      await built(1, { ...more, outDir })
      expect(isRound(1, outDir)).toBe(true)
    })
  })
})

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'shiye-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true })
  }
}
