// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the settings, not of the language
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PictureSettings } from '../../shared/picture-settings.ts'
import { ladderOf, startingWith } from './ladder.ts'

const settings: PictureSettings = {
  proxy: 'https://proxy.example/?url=${href_ue}',
  rules: [
    { host: 'one.img.example', template: 'https://one.example${pathname}' },
    { host: '*.img.example', template: 'https://any.example${pathname}' },
  ],
  hosts: null,
}
const overHttps = { origin: 'https://site.example', mayUseHttp: false }
const overHttp = { origin: 'http://site.example', mayUseHttp: true }
const own = 'https://one.img.example/a.jpg'
const picture = {
  src: own,
  origin: 'http://one.img.example/a.jpg',
  seed: 'https://old.example/?http://one.img.example/a.jpg',
}

test('own address, rule, proxy, and the address as the seed had it', () => {
  expect(ladderOf(picture, settings, overHttps)).toEqual([
    { step: 'own', address: own },
    { step: 'rule', address: 'https://one.example/a.jpg' },
    { step: 'proxy', address: 'https://proxy.example/?url=http%3A%2F%2Fone.img.example%2Fa.jpg' },
    { step: 'seed', address: picture.seed },
  ])
})

const steps = (...[addresses, custom, place]: Parameters<typeof ladderOf>) =>
  ladderOf(addresses, custom, place).map(({ step }) => step)

test.each([
  [
    'no rule for the host',
    { ...picture, origin: 'https://other.example/a.jpg' },
    settings,
    overHttps,
    'own proxy seed',
  ],
  ['no settings at all', picture, { proxy: null, rules: [], hosts: null }, overHttps, 'own seed'],
  [
    'the seed had it by http, the page came by https',
    { ...picture, seed: undefined },
    settings,
    overHttps,
    'own rule proxy',
  ],
  [
    'the seed had it by http, the page too',
    { ...picture, seed: undefined },
    settings,
    overHttp,
    'own rule proxy seed',
  ],
  [
    'the seed had the own address',
    { ...picture, origin: own, seed: undefined },
    settings,
    overHttps,
    'own rule proxy',
  ],
  [
    'a proxy by http',
    picture,
    { ...settings, proxy: 'http://p.example/?${href}' },
    overHttps,
    'own rule seed',
  ],
  [
    'a proxy that gives the own address',
    picture,
    { ...settings, proxy: 'https://${host}${pathname}' },
    overHttps,
    'own rule seed',
  ],
  [
    'a template that makes no address',
    picture,
    { ...settings, proxy: '${hash}' },
    overHttps,
    'own rule seed',
  ],
  [
    'a template that makes a script',
    picture,
    { ...settings, proxy: 'javascript:${href}' },
    overHttps,
    'own rule seed',
  ],
  [
    'hosts that are allowed',
    picture,
    { ...settings, hosts: ['proxy.example', '*.elsewhere.example'] },
    overHttps,
    'own proxy',
  ],
  [
    'a picture in the text itself',
    { src: 'data:image/png;base64,AA==', origin: 'data:image/png;base64,AA==', seed: undefined },
    settings,
    overHttps,
    'own',
  ],
  [
    'a picture of the site',
    {
      src: 'https://site.example/pictures/a.jpg',
      origin: 'https://site.example/pictures/a.jpg',
      seed: undefined,
    },
    settings,
    overHttps,
    'own',
  ],
  [
    'a relative address',
    { src: 'https://site.example/pictures/a.jpg', origin: '/pictures/a.jpg', seed: undefined },
    settings,
    overHttps,
    'own',
  ],
])('%s', (_, addresses, custom, place, expected) => {
  expect(steps(addresses, custom, place).join(' ')).toBe(expected)
})

test('of two rules that fit the first holds', () => {
  expect(
    ladderOf({ ...picture, origin: 'http://two.img.example/b.jpg' }, settings, overHttps)[1]!.address,
  ).toBe('https://any.example/b.jpg')
})

test('whatever seeds and settings hold, a page by https asks by https alone, and nothing twice', () => {
  const address = fc.oneof(
    fc
      .tuple(fc.constantFrom('http', 'https', 'HTTPS', 'ftp'), fc.string(), fc.string())
      .map(([scheme, host, path]) => `${scheme}://${host}.example/${path}`),
    fc.string(),
    fc.constantFrom(
      'javascript:alert(1)',
      'HTTP://a.example/',
      '//a.example/b',
      'ftp://a.example/',
      'http:a.example',
    ),
  )
  fc.assert(
    fc.property(address, fc.option(address, { nil: undefined }), address, (origin, seed, proxy) => {
      const rungs = ladderOf(
        { src: own, origin, seed },
        { ...settings, proxy: `${proxy}\${href_ue}` },
        overHttps,
      )
      expect(rungs[0]!.address).toBe(own)
      expect(rungs.filter(rung => !rung.address.startsWith('https://'))).toEqual([])
      expect(new Set(rungs.map(rung => rung.address)).size).toBe(rungs.length)
    }),
    { numRuns: 200 },
  )
})

test('a step that is known to work goes first', () => {
  const ladder = ladderOf(picture, settings, overHttps)
  expect(startingWith('proxy', ladder).map(({ step }) => step)).toEqual(['proxy', 'own', 'rule', 'seed'])
  expect(startingWith(undefined, ladder)).toEqual(ladder)
})
