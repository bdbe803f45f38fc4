import { expect, test } from 'vitest'
import { noRecords, type Records } from './records.ts'
import { retire } from './retired.ts'

const DAY = 24 * 60 * 60 * 1000
const scriptOf = (version: number) => `/assets/app-${version}.js`

/** Builds versions one after the other. @returns which scripts of older ones are there in the end */
function build(versions: number[], daysBetween: number): number[] {
  let records: Records = noRecords('')
  for (const [index, version] of versions.entries()) {
    const current = new Set([scriptOf(version), '/sw.js'])
    const retired = retire(records, current, index * daysBetween * DAY)
    const files = [...current, ...retired.keys()].map(path => [path, { key: '', stamp: [0, 0] }] as const)
    records = { ...records, files: new Map(files) as Records['files'], retired }
  }
  return [...records.retired.keys()].map(path => Number(path.match(/\d+/)![0])).sort((a, b) => a - b)
}

test('the first version has nothing to keep', () => {
  expect(build([1], 1)).toEqual([])
})

test('three versions before stay, however old', () => {
  expect(build([1, 2, 3, 4, 5, 6], 100)).toEqual([3, 4, 5])
})

test('builds in which the app stays the same are no versions', () => {
  expect(build([1, 2, 2, 2, 2, 2, 2], 100)).toEqual([1])
})

test('all versions of a week stay, within reason', () => {
  expect(build([1, 2, 3, 4, 5, 6, 7, 8], 0.1)).toEqual([1, 2, 3, 4, 5, 6, 7])
  const many = Array.from({ length: 40 }, (_, index) => index)
  expect(build(many, 0.01)).toEqual(many.slice(-13, -1))
})

test('a version that comes back is the current one', () => {
  expect(build([1, 2, 1], 100)).toEqual([2])
})
