import type { CatalogueHead } from './catalogue.ts'

/** Where an article comes from: the second name of its first category or, of one name, that; else its author. */
export const sourceOf = ({
  categories: [names],
  author,
}: Pick<CatalogueHead, 'categories' | 'author'>): string => names?.[1] ?? names?.[0] ?? author
