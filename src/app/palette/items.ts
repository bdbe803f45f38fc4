import { articlePath, categoryPath, searchPath } from '../../shared/addresses.ts'
import type { CategoryNode } from '../../shared/article.ts'
import { findHash } from '../find/find-hash.ts'
import type { Visit } from '../history/visit.ts'
import { inLanguage, type Words } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import type { Group, Here } from '../keys/command.ts'
import { commands } from '../keys/commands.ts'
import { type Keys, keysOf, type OwnKeys } from '../keys/key.ts'
import { canOpenTools, openTool } from '../reading/open-tool.ts'
import { type ToolName, tools } from '../reading/tools.ts'
import type { Saved } from '../saved/saved-article.ts'
import type { Answer } from '../search/messages.ts'
import {
  type ChoiceSetting,
  chooseSetting,
  getSetting,
  type SettingName,
  settings,
} from '../settings/settings.ts'

/** Something to choose in the palette: a page to go to, or something to do. */
export interface Item {
  id: string
  /** What is searched; the first is shown. */
  texts: string[]
  keys?: Keys
  /** It holds already. */
  isChosen?: boolean
  does: { path: string } | { run: () => unknown }
}

/** As it is shown, and in the languages that it may be searched in. */
const textsOf = (words: Words, language: Language): string[] => [
  ...new Set([language, 'zh' as const, 'en' as const].map(each => inLanguage(each, words))),
]

/** What can be done here, of some groups of commands. */
export function commandItems(groups: Group[], here: Here, own: OwnKeys, language: Language): Item[] {
  return commands
    .filter(command => groups.includes(command.group) && !command.isOfKeysOnly)
    .filter(({ isFor }) => !isFor || isFor(here))
    .map(command => ({
      id: `command-${command.id}`,
      texts: textsOf(command.wordsFor?.(here) ?? command.words, language),
      keys: keysOf(command, own),
      does: { run: () => command.run(here) },
    }))
}

/** Tools that are commands, too, or lead to what the palette has itself. */
const OFFERED_ELSEWHERE = new Set(['save', 'more', 'palette'])

/** The tools of the article that is read. */
export function toolItems(language: Language): Item[] {
  if (!canOpenTools()) return []
  return Object.entries(tools)
    .filter(([name]) => !OFFERED_ELSEWHERE.has(name))
    .map(([name, { words }]) => ({
      id: `tool-${name}`,
      texts: textsOf(words, language),
      does: { run: () => openTool(name as ToolName) },
    }))
}

/** Every choice of every setting that has some. */
export function settingItems(language: Language): Item[] {
  return Object.entries(settings)
    .filter(
      (entry): entry is [SettingName, ChoiceSetting & (typeof settings)[SettingName]] =>
        'choices' in entry[1],
    )
    .flatMap(([name, { label, choices }]) =>
      Object.entries(choices).map(([choice, words]) => ({
        id: `setting-${name}-${choice}`,
        texts: textsOf(
          { zh: '{setting}：{choice}', en: '{setting}: {choice}', setting: label, choice: words },
          language,
        ),
        isChosen: getSetting(name) === choice,
        does: { run: () => chooseSetting(name, choice) },
      })),
    )
}

/** Categories at any depth. */
export function categoryItems(tree: CategoryNode[]): Item[] {
  return tree.flatMap(({ names, path, children }) => [
    { id: `category-${path}`, texts: [names.join(' / ')], does: { path: categoryPath(path) } },
    ...categoryItems(children),
  ])
}

/** Articles that were read, each once. */
export function visitItems(visits: Visit[]): Item[] {
  const articles = new Map(visits.map(({ articleId, title, author }) => [articleId, [title, author]]))
  return [...articles].map(([id, texts]) => ({ id: `visit-${id}`, texts, does: { path: articlePath(id) } }))
}

export const savedItems = (saved: Saved[]): Item[] =>
  saved.map(({ articleId, title, author }) => ({
    id: `saved-${articleId}`,
    texts: [title, author],
    does: { path: articlePath(articleId) },
  }))

/** The first articles that a search finds, and the page with all of them. */
export function foundItems(search: string, answer: Answer | null, language: Language): Item[] {
  const hits = (answer?.hits ?? []).slice(0, 5).map(({ article: { id, title }, found }) => ({
    id: `found-${id}`,
    texts: [title],
    does: { path: articlePath(id) + findHash(found) },
  }))
  const all = inLanguage(language, {
    zh: '搜索“{search}”',
    en: 'Search for “{search}”',
    search: search.trim(),
  })
  const path = `${searchPath}?q=${encodeURIComponent(search.trim())}`
  return [...hits, { id: 'found-all', texts: [all], does: { path } }]
}
