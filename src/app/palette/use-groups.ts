import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { digestQuery, treeQuery } from '../browse/queries.ts'
import { visitsQuery } from '../history/history.ts'
import { everyVisit } from '../history/visit-filter.ts'
import { useLanguage, type Words } from '../i18n/language.ts'
import type { Here } from '../keys/command.ts'
import { useOwnKeys } from '../keys/own-keys.ts'
import { savedQuery } from '../saved/saved.ts'
import { useSearch } from '../search/client.ts'
import { fitting, scoreOf } from './fit.ts'
import {
  categoryItems,
  commandItems,
  foundItems,
  type Item,
  savedItems,
  settingItems,
  toolItems,
  visitItems,
} from './items.ts'

export interface ItemGroup {
  id: string
  words: Words
  items: Item[]
}

interface Source extends ItemGroup {
  /** At most so many while nothing is searched for, */
  first: number
  /** and otherwise. */
  most: number
}

/** Articles that the search of all finds. */
const FOUND = 5

/** Visits that are looked through for a few different articles. */
const VISITS = 30

/** What there is to choose from for a search, the group with the best first. */
export function useGroups(here: Here, search: string): ItemGroup[] {
  const language = useLanguage()
  const own = useOwnKeys()
  const isSearching = search.trim() !== ''
  const { data: digest } = useQuery({ ...digestQuery(), enabled: !isSearching })
  const { data: tree } = useQuery({ ...treeQuery(), enabled: isSearching })
  const { data: visits } = useQuery(visitsQuery({ ...everyVisit, search }, VISITS))
  const { data: saved } = useQuery(savedQuery)
  const { answer } = useSearch(search, FOUND)
  const categories = useMemo(() => categoryItems(tree ?? []), [tree])

  const sources: Source[] = [
    {
      id: 'visits',
      words: { zh: '读过', en: 'Read before' },
      items: visitItems(visits ?? []).filter(({ id }) => id !== `visit-${here.article?.id}`),
      first: 3,
      most: 6,
    },
    {
      id: 'article',
      words: here.article ? { zh: '这篇文章', en: 'This article' } : { zh: '这个列表', en: 'This list' },
      items: [...commandItems(['moving', 'article'], here, own, language), ...toolItems(language)],
      first: 20,
      most: 8,
    },
    {
      id: 'places',
      words: { zh: '前往', en: 'Go to' },
      items: commandItems(['places'], here, own, language),
      first: 20,
      most: 8,
    },
    {
      id: 'app',
      words: { zh: '其他', en: 'Other' },
      items: commandItems(['app'], here, own, language),
      first: 20,
      most: 8,
    },
    {
      id: 'categories',
      words: { zh: '分类', en: 'Categories' },
      items: isSearching ? categories : categoryItems(digest?.largest ?? []),
      first: 6,
      most: 8,
    },
    {
      id: 'settings',
      words: { zh: '设置', en: 'Settings' },
      items: settingItems(language),
      first: 6,
      most: 8,
    },
    { id: 'saved', words: { zh: '稍后读', en: 'Saved' }, items: savedItems(saved ?? []), first: 3, most: 6 },
  ]
  if (!isSearching)
    return sources
      .map(({ first, ...group }) => ({ ...group, items: group.items.slice(0, first) }))
      .filter(({ items }) => items.length > 0)
  const fit = sources
    .map(({ most, ...group }) => ({ ...group, items: fitting(search, group.items).slice(0, most) }))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => bestOf(search, b) - bestOf(search, a))
  // They fit in ways of their own.
  const found = {
    id: 'found',
    words: { zh: '全文', en: 'In all articles' },
    items: foundItems(search, answer, language),
  }
  return [...fit, found]
}

const bestOf = (search: string, { items }: ItemGroup): number => scoreOf(search, items[0]!.texts)
