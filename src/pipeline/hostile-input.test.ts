import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Site } from '../shared/site.ts'
import { anyBody, anySeed, bodyOf, soundSeeds } from './any-seed.ts'
import { cleanSeed } from './clean-seed.ts'
import { heavySeeds } from './heavy-seeds.ts'
import { type Parent, parseHtml, serializeHtml } from './html.ts'
import { normalise } from './normalise/index.ts'
import { LocalPictures } from './pictures.ts'
import type { Problem } from './problems.ts'
import { readSeed } from './read-seed.ts'
import { sanitise } from './sanitise.ts'

const site: Site = {
  name: '河岸',
  description: '',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  origin: null,
  base: '/',
}
const noPictures = new LocalPictures(import.meta.dirname, '/')

/** What becomes of a file: an article, or problems that leave it out; some articles have problems too. */
async function build(bytes: Uint8Array) {
  const problems: Omit<Problem, 'file'>[] = []
  const report = (problem: Omit<Problem, 'file'>) => problems.push(problem)
  const seed = readSeed('x.txt', bytes, site.timeZone, report)
  const article = seed && (await cleanSeed(seed, 'x.txt', seed.body, site, noPictures, report))
  return { problems, article }
}

async function expectSound(bytes: Uint8Array): Promise<void> {
  const { problems, article } = await build(bytes)
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .split(/\r\n?|\n/).length
  for (const { line } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
  }
  if (article) {
    expect(article.summary.title).not.toBe('')
    expectHarmless(article.body)
  } else expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
}

// Written down once more, on purpose: what the policy says is not asked of the policy.
const ELEMENTS =
  /^(p|h[2-6]|blockquote|pre|[uod]l|li|d[td]|hr|table|caption|t(head|body|foot)|t[rdh]|col(group)?|figure|figcaption|details|summary|div|aside|a|abbr|b|bd[io]|[bw]?br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|r[pt]|ruby|s|samp|small|span|strong|su[bp]|time|u|var)$/
const ATTRIBUTES =
  /^(id|lang|dir|href|title|rel|target|class|span|tabindex|datetime|open|src|alt|width|height|loading|decoding|fetchpriority|referrerpolicy|data-[a-z-]+|start|reversed|type|colspan|rowspan|scope)$/

function expectHarmless(html: string): void {
  const visit = (parent: Parent) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) {
        expect(node.nodeName).toBe('#text')
        continue
      }
      if (!ELEMENTS.test(node.tagName)) throw new Error(`<${node.tagName}> in ${html}`)
      for (const { name, value } of node.attrs) {
        if (!ATTRIBUTES.test(name)) throw new Error(`${name} in ${html}`)
        if (name === 'href' || name === 'src') {
          const { protocol, username } = new URL(value, 'https://e.example')
          const isPicture = name === 'src' && /^data:image\/(png|gif|jpeg|webp|avif);/.test(value)
          if (!isPicture && !/^(https?|mailto|tel):$/.test(protocol)) throw new Error(`${value} in ${html}`)
          expect(username).toBe('')
        }
        if (name === 'id') expect(value).toMatch(/^in-/)
        if (name === 'target')
          expect(node.attrs).toContainEqual({ name: 'rel', value: 'noopener noreferrer nofollow ugc' })
      }
      visit(node)
    }
  }
  visit(parseFragment(html))
}

describe('whatever is in the folder under the name of a seed', () => {
  test('20,000 arbitrary files: each is an article or a problem with its line, and no article does harm', async () => {
    await fc.assert(fc.asyncProperty(anySeed, expectSound), { numRuns: 20_000 })
  }, 240_000)

  test('a sound seed cut off at any place', async () => {
    for (const seed of soundSeeds.filter(text => text.length < 3000)) {
      const bytes = Buffer.from(seed)
      for (let end = 0; end <= bytes.length; end += 7) await expectSound(bytes.subarray(0, end))
    }
  }, 120_000)
})

/** Time does not belong in a test: that these end at all is enough here, and `bench/linear.mjs` measures them. */
test.each(Object.keys(heavySeeds))(
  'hard work comes to an end: %s',
  async kind => {
    const { size, make } = heavySeeds[kind]!
    const { problems, article } = await build(Buffer.from(make(Math.ceil(size / 4))))
    expect(article !== null || problems.some(({ severity }) => severity === 'error')).toBe(true)
  },
  60_000,
)

describe('sanitising once is enough', () => {
  const clean = (html: string) => {
    const tree = parseHtml(html)
    normalise(tree)
    sanitise(tree)
    return serializeHtml(tree)
  }
  const again = (html: string) => {
    const tree = parseFragment(html)
    sanitise(tree)
    return serializeHtml(tree)
  }

  test('for sound bodies', () => {
    for (const seed of soundSeeds) {
      const once = clean(bodyOf(seed))
      expect(again(once)).toBe(once)
    }
  })

  test('for any', () => {
    fc.assert(
      fc.property(anyBody, body => {
        const once = clean(body)
        expect(again(once)).toBe(once)
      }),
      { numRuns: 5000 },
    )
  }, 120_000)
})
