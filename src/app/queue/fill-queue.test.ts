import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, fillQueue } from './fill-queue.ts'

const candidatesOf = (minutes: number[]): Candidate[] =>
  minutes.map((minutes, index) => ({ id: String(index), minutes }))

const total = (queue: Candidate[]) => queue.reduce((sum, { minutes }) => sum + minutes, 0)
const idsOf = (queue: Candidate[]) => queue.map(({ id }) => id).join(' ')

const someMinutes = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.05, max: 60, noNaN: true }))
const someCandidates = fc.array(someMinutes, { maxLength: 200 }).map(candidatesOf)
const someTime = fc.integer({ min: 1, max: 90 })
const someMix = fc.integer({ min: 0, max: 5 })

test('a queue never takes longer than there is time', () => {
  fc.assert(
    fc.property(someCandidates, someTime, someMix, (candidates, time, mix) => {
      expect(total(fillQueue(candidates, time, mix))).toBeLessThanOrEqual(time + 1e-6)
    }),
  )
})

test('a queue holds candidates, each once and in their order', () => {
  fc.assert(
    fc.property(someCandidates, someTime, someMix, (candidates, time, mix) => {
      const places = fillQueue(candidates, time, mix).map(article => candidates.indexOf(article))
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
      expect(places).not.toContain(-1)
    }),
  )
})

test('the same candidates give the same queue', () => {
  fc.assert(
    fc.property(someCandidates, someTime, someMix, (candidates, time, mix) => {
      const again = candidates.map(article => ({ ...article }))
      expect(idsOf(fillQueue(again, time, mix))).toBe(idsOf(fillQueue(candidates, time, mix)))
    }),
  )
})

test('no choice fills the time more than a twentieth better', () => {
  const few = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 9 }).map(candidatesOf)
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 40 }), someMix, (candidates, time, mix) => {
      let fullest = 0
      for (let choice = 0; choice < 2 ** candidates.length; choice++) {
        const sum = total(candidates.filter((_, index) => choice & (1 << index)))
        if (sum <= time) fullest = Math.max(fullest, sum)
      }
      expect(total(fillQueue(candidates, time, mix))).toBeGreaterThanOrEqual(fullest * 0.95 - 1e-6)
    }),
  )
})

test.each([
  ['the newest, where the time is full with them', [4, 4, 4, 4, 4, 4], 12, '0 1 2'],
  ['an older one, where it fills the time', [7, 7, 7, 5], 12, '0 3'],
  ['newer ones, where an older would win no more than half a minute', [11.5, 12], 12, '0'],
  ['what there is, if it does not fill the time', [2, 3], 12, '0 1'],
  ['one that takes exactly the time', [12], 12, '0'],
  ['nothing, if nothing fits', [13, 40], 12, ''],
  ['nothing of nothing', [], 12, ''],
])('picks %s', (_, minutes, time, ids) => {
  expect(idsOf(fillQueue(candidatesOf(minutes), time))).toBe(ids)
})

test('another mix has other articles as long as there are some', () => {
  const candidates = candidatesOf(Array(9).fill(4))
  const mixes = [0, 1, 2, 3].map(mix => idsOf(fillQueue(candidates, 12, mix)))
  expect(mixes).toEqual(['0 1 2', '3 4 5', '6 7 8', '0 1 2'])
})
