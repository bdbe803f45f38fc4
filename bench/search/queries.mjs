import { Converter } from 'opencc-js/cn2t'
import { contains, fold } from './texts.mjs'

const HAN = '\\p{Script=Han}'
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })
const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** What is asked for: a kind, how many of it, and how one is drawn from a text, if the text has any. */
const KINDS = [
  ...[1, 2, 3, 4, 6, 10].map(length => ({ name: `${length} Chinese`, count: 20, draw: chinese(length) })),
  { name: '2 Chinese of two words', count: 20, draw: acrossWords },
  {
    name: 'Chinese and Latin',
    count: 20,
    draw: matching(new RegExp(`(?<![a-z0-9])(?:\\d+|[a-z]+)${HAN}|${HAN}(?:\\d+|[a-z]+)(?![a-z0-9])`, 'giu')),
  },
  { name: 'Latin word', count: 15, draw: matching(/(?<![a-z0-9])[a-z]{3,}(?![a-z0-9])/gi) },
  { name: 'Latin prefix', count: 15, draw: matching(/(?<![a-z0-9])[a-z]{3}(?=[a-z])/gi) },
  { name: 'digits', count: 15, draw: matching(/(?<![a-z0-9])\d{2,}(?![a-z0-9])/gi) },
  { name: 'Traditional', count: 20, draw: traditional },
  { name: 'full-width', count: 15, draw: fullWidth },
  { name: 'absent', count: 20, draw: absent },
]

/**
 * Draws questions from texts, the same from the same texts.
 *
 * @param texts with `folded`, the whole of each as it is compared
 * @returns each question, its kind and the ids of the texts that have it
 */
export function drawQueries(texts) {
  const random = randomNumbers(20261126)
  const queries = []
  for (const { name, count, draw } of KINDS) {
    const drawn = new Set()
    for (let tries = 0; drawn.size < count && tries < count * 50; tries++) {
      const { title, body, captions } = oneOf(texts, random)
      const query = draw(oneOf([title, body, captions], random), random)
      if (!query || drawn.has(query)) continue
      const expected = answerPlainly(texts, query)
      // A Traditional character may stand for several Simplified ones; what folds into another is no question of this text.
      if ((expected.length === 0) !== (name === 'absent')) continue
      drawn.add(query)
      queries.push({ kind: name, query, expected })
    }
  }
  return queries
}

/** The ids of the texts that have a phrase, found by looking at all. */
function answerPlainly(texts, query) {
  const phrase = fold(query)
  return texts.filter(({ folded }) => contains(folded, phrase)).map(({ id }) => id)
}

function chinese(length) {
  const run = new RegExp(`${HAN}{${length},}`, 'gu')
  return (text, random) => {
    const characters = [...(oneOf(text.match(run) ?? [], random) ?? '')]
    const start = Math.floor(random() * (characters.length - length + 1))
    return characters.slice(start, start + length).join('')
  }
}

function matching(pattern) {
  return (text, random) => oneOf(fold(text).match(pattern) ?? [], random)
}

/** The last character of one word and the first of the next. */
function acrossWords(text, random) {
  const run = oneOf(text.match(new RegExp(`${HAN}{4,}`, 'gu')) ?? [], random) ?? ''
  const segments = [...words.segment(run)].map(({ segment }) => [...segment])
  const places = segments.slice(1).map((next, index) => [segments[index], next])
  const [before, after] =
    oneOf(
      places.filter(pair => pair.some(segment => segment.length > 1)),
      random,
    ) ?? []
  return before && before.at(-1) + after[0]
}

function traditional(text, random) {
  const query = chinese(2 + Math.floor(random() * 3))(text, random)
  const spelt = toTraditional(query)
  return spelt === query ? undefined : spelt
}

function fullWidth(text, random) {
  const query = matching(/(?<![a-z0-9])(?:[a-z]{3,}|\d{2,})(?![a-z0-9])/gi)(text, random)
  return query?.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

/** Two and two characters, each two from somewhere in the text. */
function absent(text, random) {
  const half = chinese(2)
  return half(text, random) + half(text, random)
}

const oneOf = (all, random) => all[Math.floor(random() * all.length)]

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, with the figures of Numerical Recipes. */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
