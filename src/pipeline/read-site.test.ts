import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOrigin, readSite } from './read-site.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-site-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (json?: string) => {
  if (json !== undefined) writeFileSync(join(folder, 'site.json'), json)
  const problems: string[] = []
  const site = readSite(folder, ({ line, severity, reason }) =>
    problems.push(`${line}: ${severity}: ${reason}`),
  )
  return { site, problems }
}
const { site: defaults } = { site: readSite(tmpdir(), () => undefined) }

test('settings are taken as they stand', () => {
  const site = { name: '河岸', description: '', language: 'en', timeZone: 'Europe/Berlin' }
  expect(read(JSON.stringify(site, null, 2))).toEqual({ site, problems: [] })
})

test.each([
  ['no file', undefined],
  ['an empty object', '{}'],
])('%s means the defaults, without a word', (_, json) => {
  expect(read(json)).toEqual({ site: defaults, problems: [] })
})

test.each([
  ['name', '" "', /^3: warning: name must be a name/],
  ['language', '"not a tag!"', /^3: warning: language must be a language tag/],
  ['timeZone', '"Mars/Olympus"', /^3: warning: timeZone must be an IANA time zone/],
  ['timeZone', '8', /^3: warning: timeZone must be/],
  ['description', 'null', /^3: warning: description must be a text/],
  ['nmae', '"x"', /^3: warning: unknown setting "nmae"; known are name, description, language, timeZone/],
  ['__proto__', '"x"', /^3: warning: unknown setting/],
])('a wrong "%s" of %s is reported on its line, and the default holds', (key, value, problem) => {
  const { site, problems } = read(
    `{\n  "description": "d",\n  "${key}": ${value}\n}`.replace(
      /(.*"description": "d",\n)(?=.*"description")/s,
      '{\n\n',
    ),
  )
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(problem)
  expect(site).toEqual({ ...defaults, ...(key === 'description' ? {} : { description: 'd' }) })
})

test('a file that is no JSON is reported, and the site is built all the same', () => {
  const { site, problems } = read('{\n  "name": "河岸",\n  "language": "en\n}')
  expect(problems[0]).toMatch(/^\d: warning: not valid JSON: /)
  expect(site.timeZone).toBe(defaults.timeZone)
})

test.each(['[]', '"x"', '42', ''])('%j instead of an object means the defaults', json => {
  expect(read(json).site).toEqual(defaults)
})

test.each([
  [undefined, null],
  ['', null],
  ['https://e.example', 'https://e.example'],
  ['https://e.example/reader/?x', 'https://e.example'],
  ['http://localhost:8080/', 'http://localhost:8080'],
])('SITE_URL=%s gives the origin %s', (url, origin) => {
  expect(readOrigin(url)).toBe(origin)
})

test.each(['e.example', 'ftp://e.example', 'javascript:alert(1)'])('SITE_URL=%s is refused', url => {
  expect(() => readOrigin(url)).toThrow(`not "${url}"`)
})
