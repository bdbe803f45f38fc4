import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { playerOrigins } from '../shared/embeds.ts'
import { buildStartScript, buildTypesetScript } from './inline-scripts.ts'
import { readSite } from './read-site.ts'
import {
  caddySnippet,
  contentSecurityPolicy,
  headerRules,
  headersFile,
  nginxSnippet,
  plainHeaders,
  readHeadersFile,
  type Sources,
} from './security-headers.ts'

const { pictures, media } = readSite('/nowhere', () => undefined)
const defaults: Sources = { pictures, media, origin: 'https://e.example' }
const fileOfProject = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

const directivesOf = (policy: string) =>
  new Map(policy.split('; ').map(each => [each.split(' ')[0]!, each.split(' ').slice(1).join(' ')]))

describe('the policy', () => {
  test('lets the inline scripts of the template run, by hash, and no others', () => {
    const script = "document.documentElement.dataset.x = '1'\n"
    const hash = createHash('sha256').update(script).digest('base64')
    const template = `<script>${script}</script><script type="module" src="/a.js"></script>`
    expect(directivesOf(contentSecurityPolicy(template, defaults, 'document')).get('script-src')).toBe(
      `'self' 'sha256-${hash}'`,
    )
  })

  test('begins with nothing, and opens what a reading page needs', () => {
    const policy = contentSecurityPolicy(fileOfProject('index.html'), defaults, 'document')
    const directives = directivesOf(policy)
    for (const name of ['default-src', 'object-src', 'base-uri', 'form-action'])
      expect(directives.get(name), name).toBe("'none'")
    expect(directives.get('require-trusted-types-for')).toBe("'script'")
    expect(directives.get('trusted-types')).toBe('dompurify app-sw')
    expect(policy).not.toMatch(/unsafe-|\*/)
  })

  test('lets the worker, which has it as a header, ask for pictures that pages may show', () => {
    const custom = {
      pictures: { ...pictures, hosts: ['a.example'] },
      media: { hosts: ['b.example'] },
      origin: null,
    }
    const connections = (sources: Sources, place: 'document' | 'header') =>
      directivesOf(contentSecurityPolicy('', sources, place)).get('connect-src')
    expect(connections(defaults, 'header')).toBe("'self' https:")
    expect(connections(custom, 'header')).toBe("'self' a.example b.example")
    expect(connections(custom, 'document')).toBe("'self'")
  })

  test('lets players come from their providers only', () => {
    expect(directivesOf(contentSecurityPolicy('', defaults, 'document')).get('frame-src')).toBe(
      playerOrigins.join(' '),
    )
    expect(playerOrigins.filter(origin => !/^https:\/\/[a-z0-9.-]+$/.test(origin))).toEqual([])
  })

  test.each([
    ['https://e.example', null, 'https:'],
    ['http://e.example', null, 'https: http:'],
    [null, null, 'https: http:'],
    ['https://e.example', ['a.example', '*.b.example'], 'a.example *.b.example'],
    ['https://e.example', [], ''],
  ])('a site at %s with the hosts %j takes pictures and media from "%s"', (origin, hosts, sources) => {
    const custom = { pictures: { ...pictures, hosts }, media: { hosts }, origin }
    const directives = directivesOf(contentSecurityPolicy('', custom, 'document'))
    const expected = `'self' data: blob: ${sources}`.trim()
    expect(directives.get('img-src')).toBe(expected)
    expect(directives.get('media-src')).toBe(expected)
  })
})

test('it stands in the document before anything that loads', () => {
  expect(fileOfProject('index.html')).toMatch(/<head>\s*<meta charset="utf-8">\s*<!--csp-->/)
})

const inlineScripts = (await buildStartScript()) + (await buildTypesetScript())
const rules = headerRules(contentSecurityPolicy(inlineScripts, defaults, 'header'), '/')

test('headers say what the document cannot', () => {
  expect(rules['/*']).toMatchObject({
    'Content-Security-Policy': expect.stringMatching(/; frame-ancestors 'none'$/),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': expect.stringMatching(/^accelerometer=\(\), .*geolocation=\(\)/),
  })
  expect(rules['/pictures/*']!['Content-Security-Policy']).toMatch(/^default-src 'none';.* sandbox$/)
})

test('the file for hosts is read back as it was, and no line is longer than hosts take', () => {
  const file = headersFile(headerRules("default-src 'none'", '/reader/'))
  expect(file).toMatch(
    /^\/reader\/\*\n {2}Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n/,
  )
  expect(readHeadersFile(headersFile(rules))).toEqual(rules)
  // https://developers.cloudflare.com/pages/configuration/headers/
  for (const line of headersFile(rules).split('\n')) expect(line.length).toBeLessThan(2000)
})

test('for nginx a special address repeats the general headers, which it would lose', () => {
  const snippet = nginxSnippet(rules)
  const location = snippet.slice(snippet.indexOf('location /pictures/ {'))
  for (const [name, value] of Object.entries(plainHeaders))
    expect(location).toContain(`add_header ${name} "${value}" always;`)
})

test.each([
  ['nginx', nginxSnippet(rules)],
  ['Caddy', caddySnippet(rules)],
  ['_headers', headersFile(rules)],
])('what the docs show for %s is what the build makes', (_, snippet) => {
  expect(fileOfProject('docs/hosting.md')).toContain(`\n${snippet.trim()}\n`)
})
