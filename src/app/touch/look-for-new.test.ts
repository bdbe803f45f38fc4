import { expect, it } from 'vitest'
import type { CataloguePage } from '../../shared/article.ts'
import { countNew } from './look-for-new.ts'

const page = (ids: string[], total: number) => ({ articles: ids.map(id => ({ id })), total }) as CataloguePage

it('counts what was not there before, also where something else is gone', () => {
  expect(countNew(page(['a', 'b'], 2), page(['a', 'b'], 2))).toBe(0)
  expect(countNew(page(['a', 'b'], 2), page(['c', 'a'], 2))).toBe(1)
  expect(countNew(page(['a', 'b'], 2), page(['b'], 1))).toBe(0)
})

it('counts by the length of the list where a whole page is new', () => {
  expect(countNew(page(['a', 'b'], 50), page(['x', 'y'], 57))).toBe(7)
  expect(countNew(page(['a', 'b'], 50), page(['x', 'y'], 50))).toBe(2)
})
