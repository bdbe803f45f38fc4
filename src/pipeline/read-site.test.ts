// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the settings, not of the language
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
const defaults = readSite('/nowhere', () => undefined)

test('settings are taken as they stand', () => {
  const site = {
    name: '河岸',
    description: '',
    language: 'en',
    timeZone: 'Europe/Berlin',
    pictures: {
      proxy: 'https://p.example/?url=${href_ue}',
      rules: [{ host: '*.img.example', template: 'https://${hostname}:8443${pathname}' }],
      hosts: ['p.example', '*.img.example'],
    },
    media: { hosts: [] },
    sync: ['https://dav.example.org'],
    host: 'netlify',
  }
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
  [
    'nmae',
    '"x"',
    /^3: warning: unknown setting "nmae"; known are name, description, language, timeZone, pictures, media, sync, host/,
  ],
  ['host', '"geocities"', /^3: warning: host must be one of cloudflare-pages, .*, server; it is left out$/],
  ['host', 'null', /^3: warning: host must be one of/],
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

const nested = (pictures: string) => read(`{\n  "pictures": {\n    ${pictures}\n  },\n  "name": "河岸"\n}`)

test.each([
  [
    '"proxy": "https://p.example/${href_eu}"',
    3,
    /pictures\.proxy must be an http or https address in which \$\{…\} names/,
  ],
  ['"proxy": "https://p.example/${href"', 3, /pictures\.proxy must be/],
  ['"proxy": "https://p.example/"', 3, /pictures\.proxy must be/],
  ['"proxy": "ftp://p.example/${href}"', 3, /pictures\.proxy must be/],
  ['"proxy": "javascript:alert(${href})"', 3, /pictures\.proxy must be/],
  ['"proxy": "//p.example/${href}"', 3, /pictures\.proxy must be/],
  ['"proxy": "https://${hash}"', 3, /pictures\.proxy must be/],
  ['"proxy": 7', 3, /pictures\.proxy must be .*; it is left out$/],
  [
    '"prxoy": "https://p.example/${href}"',
    3,
    /unknown setting "pictures\.prxoy"; known are proxy, rules, hosts/,
  ],
  ['"rules": {}', 3, /pictures\.rules must be a list/],
  ['"rules": [\n7\n]', 4, /pictures\.rules\[0\] must be an object with host, template/],
  ['"rules": [{"host": "a.example"}]', 3, /pictures\.rules\[0\] lacks template/],
  [
    '"rules": [{"host": "a.example/b",\n"template": "https://b.example${pathname}"}]',
    3,
    /rules\[0\]\.host must be a host/,
  ],
  [
    '"rules": [{"host": "a.example",\n"template": "b.example${pathname}"}]',
    4,
    /rules\[0\]\.template must be/,
  ],
  ['"hosts": "a.example"', 3, /pictures\.hosts must be a list/],
  ['"hosts": ["https://a.example"]', 3, /pictures\.hosts\[0\] must be a host/],
  ['"hosts": [\n"*"]', 4, /pictures\.hosts\[0\] must be a host/],
  [`"hosts": ["'unsafe-inline'"]`, 3, /pictures\.hosts\[0\] must be a host/],
  ['"hosts": ["a.example; script-src *"]', 3, /pictures\.hosts\[0\] must be a host/],
])('%s is reported on its line, and the rest is taken', (json, line, problem) => {
  const { site, problems } = nested(json)
  expect(problems).toEqual([expect.stringMatching(problem)])
  expect(problems[0]).toMatch(new RegExp(`^${line}: warning: `))
  expect(site.name).toBe('河岸')
  expect(site.pictures.proxy).toBeNull()
  expect(site.pictures.rules).toEqual([])
})

test('of a list the good items are taken, in the form that browsers use', () => {
  const { site, problems } = nested('"hosts": ["*.Bücher.example", 3, "IMG.example:8443", "[::1]"]')
  expect(site.pictures.hosts).toEqual(['*.xn--bcher-kva.example', 'img.example:8443', '[::1]'])
  expect(problems).toHaveLength(1)
})

test('where hosts are named, those of proxy and rules need not be', () => {
  const { site } = nested(`"hosts": ["a.example"], "proxy": "https://P.example/?\${href}",
    "rules": [{ "host": "a.example", "template": "https://\${hostname}.b.example\${pathname}" }]`)
  expect(site.pictures.hosts).toEqual(['a.example', 'p.example'])
})

test('"pictures" and "media" that are no objects are reported', () => {
  const { site, problems } = read('{"pictures": [],\n"media": null}')
  expect(problems).toEqual([
    '1: warning: pictures must be an object with proxy, rules, hosts',
    '2: warning: media must be an object with hosts',
  ])
  expect(site).toEqual(defaults)
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
