import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderOfShard, readShard } from './parts.ts'

interface Step {
  name?: string
  id?: string
  uses?: string
  run?: string
  if?: string
  env?: Record<string, string>
  with?: Record<string, string>
}
interface Job {
  if?: string
  needs?: string | string[]
  steps: Step[]
  strategy?: { matrix: Record<string, string> }
  outputs?: Record<string, string>
}
interface Workflow {
  on: {
    push: { branches: string[] }
    schedule: { cron: string }[]
    workflow_dispatch: { inputs: Record<string, unknown> }
  }
  jobs: { plan: Job; build: Job; publish: Job }
}

const text = readFileSync('.github/workflows/publish.yml', 'utf8')
const { on, jobs } = parse(text) as Workflow
const { plan, build, publish } = jobs

const stepThat = ({ steps }: Job, isIt: (step: Step) => boolean | undefined): Step => {
  const step = steps.find(isIt)
  if (!step) throw new Error('no such step')
  return step
}
const using = (job: Job, action: string) => stepThat(job, step => step.uses?.startsWith(`${action}@`))
const running = (job: Job, command: string) => stepThat(job, step => step.run?.includes(command))

const expression = (text: string) => `\${{ ${text} }}`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-workflow-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What the plan tells the other jobs. */
function planFor(shards: string): { shards: string; parts: Record<string, string>[] } {
  const file = join(folder, 'output')
  writeFileSync(file, '')
  execFileSync('bash', ['-e', '-o', 'pipefail', '-c', stepThat(plan, step => step.id === 'plan').run!], {
    env: { ...process.env, SHARDS: shards, GITHUB_OUTPUT: file },
    stdio: 'pipe',
  })
  const told = readFileSync(file, 'utf8').trim().split('\n')
  const output = Object.fromEntries(told.map(line => line.split(/=(.*)/s).slice(0, 2)))
  return { shards: output.shards, parts: JSON.parse(output.parts) }
}

test('it starts with a push to main, by the clock and by hand', () => {
  expect(on.push.branches).toEqual(['main'])
  expect(on.schedule[0]!.cron).toMatch(/^\d+ \d+ \* \* \*$/)
  expect(Object.keys(on.workflow_dispatch.inputs)).toContain('shards')
})

test('what it runs of the project is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const ran = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
  expect(ran.sort()).toEqual(['build', 'merge'])
  for (const name of ran) expect(scripts).toHaveProperty(name)
  for (const [, file] of text.matchAll(/node (\.github\/\S+)/g)) expect(existsSync(file!)).toBe(true)
  expect(existsSync('.nvmrc')).toBe(true)
})

describe('the plan', () => {
  test('of one part is the whole site, without a merge', () => {
    expect(planFor('1')).toEqual({ shards: '1', parts: [{ name: '1-of-1', shard: '', folder: 'dist' }] })
    expect(readShard('')).toBeNull()
    expect(running(publish, 'npm run merge').if).toBe("needs.plan.outputs.shards != '1'")
  })

  test.each([2, 8, 256])('of %i parts builds each where the merge looks for it', count => {
    const { shards, parts } = planFor(`${count}`)
    expect(shards).toBe(`${count}`)
    expect(parts).toHaveLength(count)
    for (const [index, part] of parts.entries()) {
      const shard = readShard(part.shard)!
      expect(shard).toEqual({ number: index + 1, of: count })
      expect(part.folder).toBe(folderOfShard(shard))
      expect(part.name).toBe(`${index + 1}-of-${count}`)
    }
  })

  test.each(['0', '257', '2/8', 'x', '', '-1', '1; echo x'])('of "%s" parts is refused', count => {
    expect(() => planFor(count)).toThrow()
  })

  test('is what the matrix is made of', () => {
    expect(plan.outputs).toEqual({
      shards: expect.stringContaining('steps.plan.outputs.shards'),
      parts: expect.stringContaining('steps.plan.outputs.parts'),
    })
    expect(build.strategy!.matrix.part).toContain('fromJSON(needs.plan.outputs.parts)')
    expect(running(build, 'npm run build').env!.SHARD).toBe(expression('matrix.part.shard'))
    expect(publish.needs).toEqual(['plan', 'build'])
  })
})

test('what a build left is brought back to the next, by branch and part', () => {
  const [restore, save] = ['actions/cache/restore', 'actions/cache/save'].map(
    name => using(build, name).with!,
  )
  expect(restore!.path!.trim().split('\n')).toEqual(['.cache', expression('matrix.part.folder')])
  expect(save!.path).toBe(restore!.path)
  expect(save!.key).toBe(restore!.key)
  // A key ends with the run, so that each run keeps its own; the next finds it by what goes before.
  expect(restore!.key!.startsWith(restore!['restore-keys']!.trim())).toBe(true)
  expect(text).toMatch(/CACHE_KEY: site-\$\{\{ github\.ref_name \}\}-\$\{\{ matrix\.part\.name \}\}\n/)
  expect(using(build, 'actions/setup-node').with!.cache).toBe('npm')
})

test('every part goes to the publisher under a name of its own', () => {
  const up = using(build, 'actions/upload-artifact').with!
  const down = using(publish, 'actions/download-artifact').with!
  expect(up.name).toContain('matrix.part.name')
  expect(up.name!.startsWith(down.pattern!.replace('*', ''))).toBe(true)
  expect(running(build, 'tar --create').run).toContain('matrix.part.folder')
  expect(running(publish, 'tar --extract').run).toContain(`${down.path}/*.tar.zst`)
})

test('files with a digest in their name stay for good, pages are asked for again', () => {
  const { run } = running(publish, 'send assets')
  expect(run).toContain("send assets 'public, max-age=31536000, immutable'")
  for (const name of ['added', 'changed']) expect(run).toContain(`send ${name} "$PAGES"`)
  expect(text).toMatch(/PAGES: .*\|\| 'public, max-age=\d{1,3}, must-revalidate'/)
})

test('what is sent or deleted by name is not looked for in listings', () => {
  const commands = (running(publish, 'send assets').run ?? '').replace(/\\\n/g, '').split('\n')
  const byName = commands.filter(line => line.includes('--files-from-raw'))
  expect(byName).toHaveLength(2)
  for (const line of byName) expect(line).toMatch(/--no-check-dest|--no-traverse/)
})

test('every variable, secret and input, and where parts lie, is written down', () => {
  const told = readFileSync('docs/scaling.md', 'utf8')
  expect(told).toContain(`# ${folderOfShard({ number: 2, of: 8 })}/`)
  const names = [...text.matchAll(/\b(?:vars|secrets|inputs)\.(\w+)/g)].map(([, name]) => name!)
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(told).toContain(`\`${name}\``)
})

describe('the changes', () => {
  const sorted = (changes: string[], env: Record<string, string> = {}) => {
    const file = join(folder, 'changes.txt')
    writeFileSync(file, changes.map(line => `${line}\n`).join(''))
    execFileSync(process.execPath, ['.github/sort-changes.mjs', file, join(folder, 'lists')], {
      env: { ...process.env, ...env },
      stdio: 'pipe',
    })
    return (name: string) =>
      readFileSync(join(folder, 'lists', `${name}.txt`), 'utf8')
        .split('\n')
        .filter(Boolean)
  }

  test('are sent in an order in which no link leads nowhere', () => {
    const list = sorted([
      '+ assets/index-1.js',
      '+ pictures/12.jpg',
      '+ a/01/index.html',
      '+ data/a/01.json',
      '* a/00/index.html',
      '+ c/新/index.html',
      '* data/c/page-1.json',
      '* index.html',
      '* manifest.webmanifest',
      '* sw.js',
      '= 404.html',
      '- assets/index-0.js',
      '- a/02/index.html',
    ])
    expect(list('assets')).toEqual(['assets/index-1.js', 'pictures/12.jpg'])
    expect(list('added')).toEqual(['a/01/index.html', 'data/a/01.json', 'c/新/index.html'])
    expect(list('changed')).toEqual(['a/00/index.html', 'data/c/page-1.json', 'index.html'])
    expect(list('manifest')).toEqual(['manifest.webmanifest'])
    expect(list('worker')).toEqual(['sw.js'])
    expect(list('removed')).toEqual(['a/02/index.html'])
    const order = [...running(publish, 'send assets').run!.matchAll(/^ *send (\w+)/gm)].map(
      ([, name]) => name,
    )
    expect(order).toEqual(['assets', 'added', 'changed', 'manifest', 'worker'])
  })

  test('are forgotten by the CDN under each address it may keep them by', () => {
    const list = sorted(['* c/新/index.html', '* data/home.json', '- a/02/index.html', '+ a/03/index.html'])
    expect(list('addresses')).toEqual([
      '/c/%E6%96%B0/',
      '/c/%E6%96%B0/index.html',
      '/data/home.json',
      '/a/02/',
      '/a/02/index.html',
    ])
    const many = Array.from({ length: 1001 }, (_, number) => `* data/a/${number}.json`)
    expect(sorted(many)('addresses')).toEqual(['/*'])
  })

  test('that take away much of the site are refused, unless it is meant', () => {
    const gone = Array.from({ length: 101 }, (_, number) => `- a/${number}/index.html`)
    const kept = Array.from({ length: 800 }, (_, number) => `= data/a/${number}.json`)
    expect(() => sorted([...gone, ...kept])).toThrow(/101 of 901 published files/)
    expect(sorted([...gone, ...kept], { ALLOW_REMOVAL: 'true' })('removed')).toHaveLength(101)
  })

  test.each([[[]], [['! a/01/index.html', '= index.html']]])(
    'that are not known are refused: %j',
    changes => {
      expect(() => sorted(changes)).toThrow(/could not be compared/)
    },
  )
})
