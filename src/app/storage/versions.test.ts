import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '../marks/mark.ts'
import type { Saved } from '../saved/saved-article.ts'
import { type Kind, rulesOf } from './rules.ts'
import { mergeVersions, nextVersion, shownOf, stampOf, timeOf, type Version } from './versions.ts'

/** One record on several devices: what each has of it, and what each did. */
class Devices {
  readonly held = new Map<string, Version[]>()
  readonly written: Version[] = []
  readonly kind: Kind
  constructor(kind: Kind) {
    this.kind = kind
  }
  of = (device: string): Version[] => this.held.get(device) ?? []
  shown = (device: string) => shownOf(rulesOf[this.kind], this.of(device))?.record
  write(device: string, record: object | null, now: number): Version {
    const version = nextVersion(rulesOf[this.kind], this.of(device), record, device, now)
    this.held.set(device, [version])
    this.written.push(version)
    return version
  }
  sync(from: string, to: string): void {
    this.held.set(to, mergeVersions(this.of(to), this.of(from)))
  }
}

const names = ['a', 'b', 'c', 'd']
const device = fc.constantFrom(...names)
/** Clocks that stand still, run apart, are wrong by decades, or say nothing. */
const clock = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom(-1, 0, Date.UTC(1970, 1), Date.UTC(2026, 10), Date.UTC(2100, 0), 8.64e15, Number.NaN),
)
const labels = fc.uniqueArray(fc.constantFrom('x', 'y', 'z', '__proto__'))
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), device, clock, labels }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), device, clock }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sync' as const), device, from: device }) },
)
const story = fc.array(step, { maxLength: 25 })
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const article = 'a'.repeat(16)
const saved = (labels: string[]) =>
  ({ articleId: article, title: 't', savedAt: 1, labels }) as unknown as Saved
const mark = (note: string, colour = 'yellow') => ({ id: 'm', note, colour, updatedAt: 1 }) as unknown as Mark

function play(kind: Kind, steps: Step[]): Devices {
  const devices = new Devices(kind)
  let writes = 0
  for (const each of steps) {
    if (each.do === 'sync') devices.sync(each.from, each.device)
    else if (each.do === 'delete') devices.write(each.device, null, each.clock)
    else
      devices.write(
        each.device,
        { ...saved(each.labels), ...mark(`note ${++writes};`), name: 'n' },
        each.clock,
      )
  }
  return devices
}

const mergeAll = (all: Version[][]) => all.reduce(mergeVersions, [])

describe.each(Object.keys(rulesOf) as Kind[])('%s on up to four devices with any clocks', kind => {
  const rules = rulesOf[kind]

  test('come together the same in any order, in any groups, any number of times', () => {
    fc.assert(
      fc.property(story, fc.shuffledSubarray(names, { minLength: 4 }), (steps, order) => {
        const devices = play(kind, steps)
        const [a, b, c, d] = names.map(devices.of) as [Version[], Version[], Version[], Version[]]
        const merged = mergeAll([a, b, c, d])
        expect(mergeVersions(a, b)).toEqual(mergeVersions(b, a))
        expect(mergeVersions(mergeVersions(a, b), c)).toEqual(mergeVersions(a, mergeVersions(b, c)))
        expect(mergeVersions(merged, merged)).toEqual(merged)
        expect(mergeVersions(merged, b)).toEqual(merged)
        const other = mergeAll(order.map(devices.of))
        expect(other).toEqual(merged)
        expect(shownOf(rules, other)).toEqual(shownOf(rules, merged))
      }),
      { numRuns: 300 },
    )
  })

  test('no write is lost that nobody followed, and none stays that somebody did', () => {
    fc.assert(
      fc.property(story, steps => {
        const devices = new Devices(kind)
        /** By version, all that its writer knew of: told apart from what the code makes of it. */
        const known = new Map<string, Set<string>>()
        const knownBy = new Map<string, Set<string>>(names.map(name => [name, new Set()]))
        for (const each of steps) {
          const own = knownBy.get(each.device)!
          if (each.do === 'sync') {
            devices.sync(each.from, each.device)
            for (const at of knownBy.get(each.from)!) own.add(at)
            continue
          }
          const { at } = devices.write(
            each.device,
            each.do === 'delete' ? null : saved(each.labels),
            each.clock,
          )
          known.set(at, new Set(own))
          own.add(at)
        }
        const isFollowed = (at: string) => [...known.values()].some(ats => ats.has(at))
        const expected = devices.written.filter(({ at }) => !isFollowed(at)).map(({ at }) => at)
        const stands = mergeAll(names.map(devices.of)).map(({ at }) => at)
        expect(new Set(stands)).toEqual(new Set(expected))
        expect(new Set(devices.written.map(({ at }) => at)).size).toBe(devices.written.length)
      }),
      { numRuns: 300 },
    )
  })

  test('what was written last on a device that knew all is what is shown', () => {
    fc.assert(
      fc.property(story, device, clock, labels, (steps, last, now, labels) => {
        const devices = play(kind, steps)
        for (const name of names) devices.sync(name, last)
        const record = { ...saved(labels), ...mark('the last') }
        devices.write(last, record, now)
        for (const name of names) devices.sync(last, name)
        for (const name of names) expect(devices.shown(name)).toEqual(record)
        devices.write(last, null, now)
        expect(mergeAll(names.map(devices.of)).filter(version => version.record)).toEqual([])
      }),
    )
  })
})

test('a stamp tells its moment and sorts by it', () => {
  expect(timeOf(stampOf(1_790_000_000_000, 'a'))).toBe(1_790_000_000_000)
  expect([stampOf(1e13, 'a'), stampOf(5, 'z'), stampOf(-3, 'a')].sort()).toEqual([
    stampOf(0, 'a'),
    stampOf(5, 'z'),
    stampOf(1e13, 'a'),
  ])
})

/** Two devices that have the same record, and then do something without knowing of each other. */
function apart(
  kind: Kind,
  first: object,
  onA: (object | null)[],
  onB: (object | null)[],
): object | undefined {
  const devices = new Devices(kind)
  devices.write('a', first, 100)
  devices.sync('a', 'b')
  for (const record of onA) devices.write('a', record, 200)
  for (const record of onB) devices.write('b', record, 5) // its clock is behind
  devices.sync('b', 'a')
  devices.sync('a', 'b')
  expect(devices.shown('a')).toEqual(devices.shown('b'))
  return devices.shown('a')
}

test('a note written on two devices keeps both texts, once each', () => {
  expect(apart('marks', mark(''), [mark('one')], [mark('two')])).toMatchObject({ note: 'two\n\none' })
  expect(apart('marks', mark('n'), [mark('n and more')], [mark('n and')])).toMatchObject({
    note: 'n and more',
  })
})

test('a colour on one device and a note on the other are both kept', () => {
  const both = apart('marks', mark('', 'yellow'), [mark('', 'blue')], [mark('note', 'yellow')])
  expect(both).toMatchObject({ note: 'note', colour: 'blue' })
})

test('labels that either device gave are there, those that either took away are not', () => {
  const both = apart('saved', saved(['x', 'y']), [saved(['x', 'y', 'a'])], [saved(['y', 'b'])])
  expect(new Set((both as Saved).labels)).toEqual(new Set(['y', 'a', 'b']))
})

test('labels that differ in case or width are one', () => {
  const both = apart('saved', saved([]), [saved(['Ａi'])], [saved(['ai', 'b'])])
  expect((both as Saved).labels).toEqual(['ai', 'b'])
})

test('what is deleted on one device and changed on the other stays; what nobody changed goes', () => {
  expect(apart('saved', saved(['x']), [null], [saved(['x', 'y'])])).toEqual(saved(['x', 'y']))
  expect(apart('saved', saved(['x']), [null], [])).toBeUndefined()
  expect(apart('marks', mark('n'), [mark('m'), null], [mark('o')])).toMatchObject({ note: 'o' })
})

test('rules and settings go by the clock, deletions too', () => {
  const choice = (choice: string) => ({ name: 'theme', choice })
  expect(apart('settings', choice('dark'), [choice('light')], [choice('black')])).toEqual(choice('light'))
  expect(apart('settings', choice('dark'), [null], [choice('black')])).toBeUndefined()
})

test('of a visit the further place and all that was counted are kept', () => {
  const visit = (progress: number, seconds: number, block: number) => ({
    id: 'v',
    progress,
    seconds,
    place: { block, offset: 0 },
  })
  expect(apart('visits', visit(0, 0, 0), [visit(0.5, 10, 5)], [visit(0.3, 30, 3)])).toEqual(visit(0.5, 30, 5))
})
