import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { check } from './command.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (path: string, content: string) => writeFileSync(join(folder, path), content)
const GOOD = '---\ntitle: 渡口\ndate: 2021-01-01\n---\n<p>a</p>'
const WARNED = '---\ntitle: 岸\ndate: Invalid Date\n---\n<p>b</p>'
const BAD = '---\ndate: 2021-01-01\n---\n<p>c</p>'

async function run(args: string[], { env = {}, isTTY = false } = {}) {
  const written = { stdout: '', stderr: '' }
  const code = await check(args, {
    env,
    stdout: { write: text => (written.stdout += text) },
    stderr: { write: text => (written.stderr += text), isTTY },
  })
  return { code, ...written }
}

test('each problem is a line, and the end says what there is of each', async () => {
  put('a.txt', GOOD)
  put('b.txt', WARNED)
  put('c.txt', BAD)
  const { code, stdout, stderr } = await run([folder])
  const lines = stdout.split('\n').map(line => line.replace(/^\S*\/(?=[abc]\.txt)/, ''))
  expect(lines).toEqual([
    'b.txt:3:7  warning  date-missing  date is "Invalid Date"; the article counts as undated. Add a line "date: YYYY-MM-DD HH:mm:ss".',
    'c.txt:2:1  error  title-missing  no title. Add a line "title: …" to the front matter.',
    '',
    '      1  error    title-missing',
    '      1  warning  date-missing',
    '2 of 3 seeds are articles: 1 errors, 1 warnings, 0 infos',
    '',
  ])
  expect(stderr).toBe('')
  expect(code).toBe(1)
})

describe('the exit code', () => {
  test.each([
    ['0 without problems', [GOOD], [], 0],
    ['0 with warnings', [WARNED], [], 0],
    ['1 with warnings that count as errors', [WARNED], ['--strict'], 1],
    ['1 with errors', [GOOD, BAD], [], 1],
    ['1 with errors as JSON', [BAD], ['--json'], 1],
    ['1 with errors as SARIF', [BAD], ['--sarif'], 1],
    ['0 of an empty folder', [], [], 0],
  ])('is %s', async (_, seeds, options, code) => {
    for (const [index, seed] of seeds.entries()) put(`${index}.txt`, seed)
    expect((await run([folder, ...options])).code).toBe(code)
  })

  test.each([
    ['an unknown option', ['--xml'], /Unknown option '--xml'/],
    ['two folders', ['a', 'b'], /only one folder/],
    ['two shapes', ['--json', '--sarif'], /exclude each other/],
    ['a folder that is not there', ['/nowhere/at all'], /there is no folder "\/nowhere\/at all"/],
    ['a file for a folder', [fileURLToPath(import.meta.url)], /there is no folder/],
    ['a folder with a zero byte', ['a\0b'], /there is no folder/],
  ])('is 2 for %s, with the usage on stderr', async (_, args, reason) => {
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(reason)
    expect(stderr).toContain('Usage: npm run check')
  })
})

test('the folder is that of SEEDS_DIR unless one is named', async () => {
  put('a.txt', BAD)
  expect((await run([], { env: { SEEDS_DIR: folder } })).code).toBe(1)
  expect((await run(['--help'], { env: { SEEDS_DIR: folder } })).stdout).toMatch(/^Usage:/)
})

test('a bar is drawn on a terminal only, and taken away at the end', async () => {
  put('a.txt', GOOD)
  const { stderr, stdout } = await run([folder], { isTTY: true })
  expect(stderr).toMatch(/^\rChecking ░{24} 0 of 1/)
  expect(stderr.endsWith('\r\u001b[K')).toBe(true)
  expect(stdout).not.toContain('\u001b')
})

test('the JSON has the shape that docs/check.md promises', async () => {
  put('a.txt', GOOD)
  put('b.txt', BAD)
  const { stdout } = await run([folder, '--json'])
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    seeds: 2,
    articles: 1,
    errors: 1,
    warnings: 0,
    infos: 0,
    rules: { 'title-missing': 1 },
    problems: [
      {
        file: expect.stringMatching(/b\.txt$/),
        line: 2,
        column: 1,
        severity: 'error',
        rule: 'title-missing',
        message: 'no title',
        mend: 'Add a line "title: …" to the front matter.',
      },
    ],
  })
})

test('the SARIF is of version 2.1.0, its results name rules that it lists', async () => {
  put('渡 口#1.txt', BAD)
  put('b.txt', WARNED)
  const { version, runs } = JSON.parse((await run([folder, '--sarif'])).stdout)
  expect(version).toBe('2.1.0')
  const [{ tool, results, columnKind }] = runs
  expect(columnKind).toBe('utf16CodeUnits')
  expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(Object.keys(RULES))
  expect(results).toHaveLength(2)
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level)
    expect(message.text).toMatch(/\.$/)
    expect(locations[0].physicalLocation.region).toEqual({
      startLine: expect.any(Number),
      startColumn: expect.any(Number),
    })
  }
  expect(results[1]).toMatchObject({ ruleId: 'title-missing', level: 'error' })
  expect(results[1].locations[0].physicalLocation.artifactLocation.uri).toMatch(
    /%E6%B8%A1%20%E5%8F%A3%231\.txt$/,
  )
})

test('what a seed says cannot move the cursor of the terminal', async () => {
  put('a.txt', '---\ntitle: t\ndate: "\\e[2J\\u202esoon"\n---\n<p>a</p>')
  put('b\u001b[2J.txt', BAD)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  expect((await run([folder])).stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('docs/check.md explains every rule', () => {
  const page = readFileSync(new URL('../../../docs/check.md', import.meta.url), 'utf8')
  for (const [id, { severity, says, mend }] of Object.entries(RULES))
    expect(page).toContain(`| \`${id}\` | ${severity} | ${says} | ${mend} |`)
})

test('the command itself runs on this Node, and its output can be cut off', { timeout: 60_000 }, () => {
  put('a.txt', BAD)
  const start = fileURLToPath(new URL('start.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, folder], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toContain('title-missing')
  expect(status).toBe(1)
})
