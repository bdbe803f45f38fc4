import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressNames } from './category-address.ts'

const addressOf = (name: string) => addressNames([name]).get(name)!
const hashOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 6)

test.each(['新媒体', 'ZAKER', '少数派-sspai', 'v1.2', 'C', "it's", 'été', '№5', 'pages', 'console'])(
  'the harmless name "%s" stays as it is',
  name => {
    expect(addressOf(name)).toBe(name)
  },
)

test.each([
  ['IT 之家', 'IT-之家'],
  ['ZAKER - channel', 'ZAKER---channel'],
  ['a/b\\c', 'a-b-c'],
  ['C#', 'C'],
  ['a?b=c&d', 'a-b-c-d'],
  ['100%', '100'],
  ['.hidden', 'hidden'],
  ['— 分类', '—-分类'],
  ['a\u0000\u0007b', 'a-b'],
  ['trailing.', 'trailing'],
])('the name %j becomes "%s"', (name, address) => {
  expect(addressOf(name)).toBe(address)
})

test.each(['page', 'PAGE', 'page-2.json', 'index.html', 'con', 'CON', 'con.txt', 'NUL', 'com1', 'LPT9'])(
  'the reserved name "%s" is told apart by a hash',
  name => {
    expect(addressOf(name)).toBe(`${name}-${hashOf(name)}`)
  },
)

test.each(['.', '..', '...', '/', '??', '---', ' ', '\u0000', ''])(
  'the name %j, of which nothing is left, gets a hash',
  name => {
    expect(addressOf(name)).toMatch(new RegExp(`^-?${hashOf(name)}$`))
  },
)

test('long names are cut between characters to what a file system takes', () => {
  const address = addressOf('潮'.repeat(300))
  expect(Buffer.byteLength(address)).toBeLessThanOrEqual(140)
  expect(address).toBe(`${'潮'.repeat(40)}-${hashOf('潮'.repeat(300))}`)
  expect(addressOf(`${'😀'.repeat(29)}ab😀`)).toBe(`${'😀'.repeat(29)}ab-${hashOf(`${'😀'.repeat(29)}ab😀`)}`)
})

test('two long names that begin alike are told apart', () => {
  const names = [`${'a'.repeat(200)}x`, `${'a'.repeat(200)}y`]
  expect(new Set(addressNames(names).values()).size).toBe(2)
})

test.each([
  [['News', 'news', 'NEWS']],
  [['a/b', 'a-b', 'a?b']],
  [['\u00e9', 'e\u0301']],
  [['..', '.', '/']],
  [['__proto__', 'constructor', 'toString', 'hasOwnProperty']],
  [['a', 'a?', `a-${hashOf('a?')}`]],
  [['page', `page-${hashOf('page')}`, 'Page']],
])('the siblings %j get addresses of their own, even where case does not count', names => {
  const addresses = addressNames(names)
  expect([...addresses.keys()].sort()).toEqual([...names].sort())
  expect(new Set([...addresses.values()].map(each => each.toLowerCase())).size).toBe(names.length)
})

test('a name that needs no change keeps it, whatever comes before', () => {
  expect(addressNames(['a/b', 'a-b']).get('a-b')).toBe('a-b')
})

test('the order of names does not matter', () => {
  const names = ['News', 'news', 'a/b', 'a-b', 'a?b', 'page', '..']
  const sorted = (addresses: Map<string, string>) => [...addresses].sort()
  expect(sorted(addressNames(names.toReversed()))).toEqual(sorted(addressNames(names)))
})

test('whatever the names, their addresses are unique and safe', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom('page', 'con', '..', '/', 'A', 'a', 'a?', 'a ', '__proto__', 'PAGE-1.json'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), names => {
      const addresses = [...addressNames(names).values()]
      expect(new Set(addresses.map(each => each.toLowerCase())).size).toBe(names.length)
      for (const address of addresses) {
        expect(address).not.toMatch(/[/\\?#%:*"<>|\s]|^\.|^(page|con|nul|aux|prn)$/i)
        expect(address).not.toBe('')
        expect(Buffer.byteLength(address)).toBeLessThanOrEqual(160)
        expect(decodeURIComponent(encodeURIComponent(address))).toBe(address)
      }
    }),
    { numRuns: 100 },
  )
}, 30_000)

test('names that a file system or a reader takes for the same have addresses of their own', () => {
  for (const names of [
    ['s', 'ſ', 'S'],
    ['fi', 'ﬁ'],
    ['\u00e9', 'e\u0301'],
    ['K', '\u212a'],
    ['ab', 'a\u200bb', 'a\u202eb', 'a\u00adb'],
    ['...', '.', '..', '-', ''],
  ]) {
    const addresses = [...addressNames(names).values()].map(address =>
      address.normalize('NFKC').toLowerCase(),
    )
    expect(new Set(addresses).size, names.join()).toBe(names.length)
    for (const address of addresses) expect(address).toMatch(/^(?!\.)[^/\\\0]+(?<!\.)$/)
  }
})
