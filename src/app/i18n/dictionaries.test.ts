import { type ESTree, parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'
import { type Dictionary, languages } from './languages.ts'

/** A text on screen as the source has it. */
interface Text {
  en: string
  zh: string
  /** The names of the values that go into it. */
  values: string[]
  place: string
}

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '../../shared/*.ts', '!**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const { texts, faults } = readTexts()

test('every text on screen is written out, in Chinese and English', () => {
  expect(texts.length).toBeGreaterThan(100)
  expect(faults).toEqual([])
})

test('what stands in a text has a value, in both languages', () => {
  const wrong = texts.filter(
    ({ zh, en, values }) =>
      `${holesOf(zh)}` !== `${holesOf(en)}` || holesOf(en).some(name => !values.includes(name)),
  )
  expect(wrong).toEqual([])
})

// Dictionaries know a text by its English.
test('one English text is one Chinese text', () => {
  const first = new Map(texts.map(text => [text.en, text]))
  const ambiguous = texts.filter(({ en, zh }) => first.get(en)!.zh !== zh)
  expect(ambiguous.map(({ en, zh, place }) => `${en} = ${zh} (${place}) or ${first.get(en)!.zh}`)).toEqual([])
})

describe.each(Object.entries(languages).filter(([, { load }]) => load))(
  'the dictionary of %s',
  (_, { load }) => {
    test('has every text', async () => {
      const { default: dictionary } = await load!()
      const missing = texts.filter(({ en, zh }) => en !== zh && !Object.hasOwn(dictionary, en))
      expect(asEntries(missing), 'these are missing, here with their Chinese').toBe('')
    })

    test('has nothing else, and the same values', async () => {
      const { default: dictionary } = await load!()
      const known = new Set(texts.map(({ en }) => en))
      const wrong = Object.entries<string>(dictionary satisfies Dictionary).filter(
        ([en, text]) => !known.has(en) || `${holesOf(text)}` !== `${holesOf(en)}`,
      )
      expect(wrong).toEqual([])
    })
  },
)

function asEntries(missing: Text[]): string {
  const byEnglish = new Map(missing.map(({ en, zh }) => [en, zh]))
  return [...byEnglish].map(([en, zh]) => `  ${JSON.stringify(en)}: ${JSON.stringify(zh)},`).join('\n')
}

function holesOf(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].map(hole => hole.slice(1, -1)).sort()
}

/** Every object with `zh` and `en` in the sources. */
function readTexts(): { texts: Text[]; faults: string[] } {
  const texts: Text[] = []
  const faults: string[] = []
  for (const [file, source] of Object.entries(sources)) {
    const { program, errors } = parseSync(file, source)
    expect(errors, file).toEqual([])
    new Visitor({
      ObjectExpression(object) {
        const parts = partsOf(object)
        const [zh, en] = [parts.get('zh'), parts.get('en')]
        if (!zh || !en || zh.type === 'ObjectExpression') return
        const place = `${file}:${source.slice(0, object.start).split('\n').length}`
        const written = (part: ESTree.Expression) => source.slice(part.start, part.end)
        if (written(zh) === written(en) && zh.type === 'Identifier') return // A name, the same everywhere.
        const [chinese, english] = [choicesIn(zh), choicesIn(en)]
        if (!chinese || !english) faults.push(`${place} builds its text: ${written(object)}`)
        else
          for (const [index, text] of english.entries())
            texts.push({ en: text, zh: chinese[index] ?? chinese[0]!, values: [...parts.keys()], place })
      },
    }).visit(program)
  }
  return { texts, faults }
}

function partsOf(object: ESTree.ObjectExpression): Map<string, ESTree.Expression> {
  const named = object.properties.flatMap(part =>
    part.type === 'Property' && part.key.type === 'Identifier' ? [[part.key.name, part.value] as const] : [],
  )
  return new Map(named as [string, ESTree.Expression][])
}

/** What an expression of texts can be; null if that is not written in it. */
function choicesIn(part: ESTree.Expression): string[] | null {
  if (part.type === 'Literal' && typeof part.value === 'string') return [part.value]
  if (part.type !== 'ConditionalExpression') return null
  const [one, other] = [choicesIn(part.consequent), choicesIn(part.alternate)]
  return one && other && [...one, ...other]
}
