import { describe, expect, test } from 'vitest'
import { parseHtml } from './html.ts'
import { restorePictures } from './normalise/restore-pictures.ts'
import { firstPicture, LocalPictures, resolveCover, resolvePictures } from './pictures.ts'

const seeds = new URL('../../seeds/handbook', import.meta.url).pathname

const treeOf = (html: string) => {
  const tree = parseHtml(html)
  restorePictures(tree)
  return tree
}

test('a picture is published once, however many seeds show it', async () => {
  const local = new LocalPictures(seeds, '/reader/')
  const [one, two] = await Promise.all([
    local.find('a.txt', 'pictures/ferry.jpg'),
    local.find('sub/b.txt', '../pictures/ferry.jpg#x'),
  ])
  expect(two).toEqual(one)
  expect(one!.address).toMatch(/^\/reader\/pictures\/[0-9a-f]{16}\.jpg$/)
  expect(one!.width).toBeGreaterThan(0)
  expect([...local.published.values()]).toEqual([`${seeds}/pictures/ferry.jpg`])
})

describe('the first picture', () => {
  test.each([
    [
      'comes with its size',
      '<p><img src="https://e.example/a.png" width="80" height="60"></p>',
      { address: 'https://e.example/a.png', width: 80, height: 60 },
    ],
    [
      'without a size has none',
      '<img src="https://e.example/a.png" width="80">',
      { address: 'https://e.example/a.png' },
    ],
    [
      'is no emoji',
      '<img class="emoji" src="https://e.example/a.png"><img src="https://e.example/b.png">',
      { address: 'https://e.example/b.png' },
    ],
    ['may be none', '<p>text</p>', null],
  ])('%s', (_, html, picture) => {
    expect(firstPicture(treeOf(html))).toEqual(picture)
  })
})

test('a picture of another host is neither looked for nor reported', async () => {
  const local = new LocalPictures(seeds, '/')
  const missing: string[] = []
  const tree = treeOf(
    '<img src="https://e.example/a.png"><img src="data:image/png;base64,AA=="><img src="//e.example/b.png">',
  )
  await resolvePictures(tree, 'a.txt', local, address => missing.push(address))
  expect(missing).toEqual([])
  expect(local.published.size).toBe(0)
})

test.each([
  [null, null],
  ['https://e.example/a.png', { address: 'https://e.example/a.png' }],
  ['http://e.example/a.png', { address: 'https://e.example/a.png' }],
  ['//e.example/a.png', { address: 'https://e.example/a.png' }],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
])('the cover %j becomes %j', async (address, picture) => {
  expect(await resolveCover(address, 'a.txt', new LocalPictures(seeds, '/'), () => undefined)).toEqual(
    picture,
  )
})
