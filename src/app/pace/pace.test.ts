import { expect, test } from 'vitest'
import { distanceAt, nextPace, PACES } from './pace.ts'

test('a minute brings as many lines as the pace says', () => {
  expect(distanceAt(20, 33, 60_000)).toBe(660)
})

test('steps go through every pace and stay at the ends', () => {
  const up = [PACES[0] as number]
  for (let step = 1; step < PACES.length; step++) up.push(nextPace(up.at(-1)!, 1))
  expect(up).toEqual([...PACES])
  expect(nextPace(up.at(-1)!, 1)).toBe(up.at(-1))
  expect(nextPace(PACES[0], -1)).toBe(PACES[0])
})
