import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { fits } from './shape.ts'

test.each([
  [{ a: 'x', b: 2 }, { a: '' }, true],
  [{ a: null }, { a: '' }, false],
  [{}, { a: '' }, false],
  [null, { a: '' }, false],
  ['text', { a: '' }, false],
  [[], { a: '' }, false],
  [{ list: [] }, { list: [{ id: '' }] }, true],
  [{ list: [{ id: 'x' }, {}] }, { list: [{ id: '' }] }, false],
  [{ list: { length: 0 } }, { list: [''] }, false],
  [[[1, null]], [[]], true],
  [3, 0, true],
])('%j beside %j: %s', (data, shape, expected) => {
  expect(fits(data, shape)).toBe(expected)
})

test('whatever it is, it fits itself or is said not to', () => {
  const anything = jsonValue({ maxDepth: 4 })
  assert(property(anything, anything, (data, shape) => typeof fits(data, shape) === 'boolean'))
  assert(property(anything, data => data === null || hasMixedList(data) || fits(data, data)))
})

/** A list of unlike elements has no one example. */
function hasMixedList(data: unknown): boolean {
  if (Array.isArray(data)) return !data.every(each => fits(each, data[0])) || data.some(hasMixedList)
  return typeof data === 'object' && data !== null ? Object.values(data).some(hasMixedList) : data === null
}
