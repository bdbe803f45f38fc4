import { expect, test } from 'vitest'
import { nearbyPages } from './Pager.tsx'

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [2, 2, [1, 2]],
  [1, 9, [1, 2, 9]],
  [2, 9, [1, 2, 3, 9]],
  [5, 9, [1, 4, 5, 6, 9]],
  [8, 9, [1, 7, 8, 9]],
  [9, 9, [1, 8, 9]],
  [2, 3, [1, 2, 3]],
])('on page %i of %i there are links to %j', (page, pages, expected) => {
  expect(nearbyPages(page, pages)).toEqual(expected)
})
