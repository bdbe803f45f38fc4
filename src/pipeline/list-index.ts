import type { ListIndex, Summary } from '../shared/article.ts'
import type { CatalogueHead } from './catalogue.ts'

/** What an index tells of an article that only its text knows. */
export interface Traits {
  minutes: number
  hasPicture: boolean
}

/** @param summary JSON */
export function traitsIn(summary: string): Traits {
  const { minutes, cover } = JSON.parse(summary) as Summary
  return { minutes, hasPicture: cover !== null }
}

/** The index of some articles of a list. */
export function indexOf(heads: CatalogueHead[], traitsOf: (id: string) => Traits): ListIndex {
  const sources = new Map<string, number>()
  const numberOf = (name: string) => {
    if (!sources.has(name)) sources.set(name, sources.size)
    return sources.get(name)!
  }
  const traits = heads.map(({ id }) => traitsOf(id))
  return {
    ids: heads.map(({ id }) => id),
    published: heads.map(({ date }) => date && Math.floor(Date.parse(date) / 60_000)) as (number | null)[],
    minutes: traits.map(({ minutes }) => minutes),
    hasPicture: traits.map(({ hasPicture }) => (hasPicture ? 1 : 0)),
    source: heads.map(({ categories: [names] }) => (names ? numberOf(names[1] ?? names[0]!) : -1)),
    sources: [...sources.keys()],
  }
}
