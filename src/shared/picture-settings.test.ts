// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the settings, not of the language
import { expect, test } from 'vitest'
import { fillTemplate, isHostOf, partsNamedIn } from './picture-settings.ts'

/** The parts of a URL, as URL has them. */
const address = {
  href: 'http://img.example:8080/a%20b/c.jpg?d=e&f=g#h',
  origin: 'http://img.example:8080',
  protocol: 'http:',
  host: 'img.example:8080',
  hostname: 'img.example',
  port: '8080',
  pathname: '/a%20b/c.jpg',
  search: '?d=e&f=g',
  searchParams: 'd=e&f=g',
  hash: '#h',
}

test.each([
  ['https://p.example/?url=${href_ue}', `https://p.example/?url=${encodeURIComponent(address.href)}`],
  ['https://p.example/${host}${pathname}', 'https://p.example/img.example:8080/a%20b/c.jpg'],
  ['${protocol}//${hostname}:${port}/', 'http://img.example:8080/'],
  ['${origin}${pathname}${search}${hash}', 'http://img.example:8080/a%20b/c.jpg?d=e&f=g#h'],
  ['https://p.example/${search_ue}/${searchParams}', 'https://p.example/%3Fd%3De%26f%3Dg/d=e&f=g'],
  ['https://p.example/$&/$1/{href}/', 'https://p.example/$&/$1/{href}/'],
  ['${href}${href}', address.href + address.href],
])('the template %s is filled', (template, filled) => {
  expect(fillTemplate(template, address)).toBe(filled)
})

test('the parts a template names are known without _ue', () => {
  expect(partsNamedIn('${href_ue}-${host}-${nmae}-$host')).toEqual(['href', 'host', 'nmae'])
})

test.each([
  ['img.example', 'img.example', true],
  ['img.example', 'a.img.example', false],
  ['*.img.example', 'a.img.example', true],
  ['*.img.example', 'a.b.img.example', true],
  ['*.img.example', 'img.example', false],
  ['*.img.example', 'evilimg.example', false],
  ['img.example:8080', 'img.example:8080', true],
  ['img.example', 'img.example:8080', false],
])('the pattern %s and the host %s: %s', (pattern, host, isMeant) => {
  expect(isHostOf(pattern, host)).toBe(isMeant)
})
