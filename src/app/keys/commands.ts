import {
  archivePath,
  articlePath,
  backupPath,
  categoriesPath,
  categoryPath,
  historyPath,
  homePath,
  listPath,
  marksPath,
  mutePath,
  offlinePath,
  onThisDayPath,
  queuePath,
  randomPath,
  savedPath,
  searchPath,
  settingsPath,
  statisticsPath,
} from '../../shared/addresses.ts'
import type { ArticleLink } from '../../shared/article.ts'
import { chooseSetting, getSetting, settings } from '../settings/settings.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { dismissToast, shownToast } from '../ui/toast.ts'
import { hasArticle, openOriginal, orTellNotLoaded, toggleRead, toggleSaved } from './article-commands.ts'
import type { Command, Here } from './command.ts'
import { moveBy } from './entries.ts'
import { latestShown, openList } from './here.ts'
import { goBackToList } from './way-back.ts'

/** The links to the pages of a list around this one. */
const OLDER = 'main .pager [rel=next], main .latest .more a'
const NEWER = 'main .pager [rel=prev]'

/** Everything that can be done by a key: the listener, the help and the palette are made from this. */
export const commands: Command[] = [
  {
    id: 'next',
    words: { zh: '下一条；读文章时，下一篇', en: 'Next entry; next article while reading' },
    group: 'moving',
    keys: 'j',
    repeats: 'in lists',
    isOfKeysOnly: true,
    run: here => (here.article ? goToArticle(here, here.article.older) : moveBy(1)),
  },
  {
    id: 'previous',
    words: { zh: '上一条；读文章时，上一篇', en: 'Previous entry; previous article while reading' },
    group: 'moving',
    keys: 'k',
    repeats: 'in lists',
    isOfKeysOnly: true,
    run: here => (here.article ? goToArticle(here, here.article.newer) : moveBy(-1)),
  },
  {
    id: 'onward',
    words: { zh: '下一篇；在列表里，较早的一页', en: 'Next article; older page of a list' },
    wordsFor: ({ article }) =>
      article ? { zh: '下一篇', en: 'Next article' } : { zh: '较早的一页', en: 'Older page' },
    group: 'moving',
    keys: 'l',
    isFor: here => (here.article ? here.article.older !== null : find(OLDER) !== null),
    run: here => (here.article ? goToArticle(here, here.article.older) : find(OLDER)!.click()),
  },
  {
    id: 'back',
    words: { zh: '上一篇；在列表里，较新的一页', en: 'Previous article; newer page of a list' },
    wordsFor: ({ article }) =>
      article ? { zh: '上一篇', en: 'Previous article' } : { zh: '较新的一页', en: 'Newer page' },
    group: 'moving',
    keys: 'h',
    isFor: here => (here.article ? here.article.newer !== null : find(NEWER) !== null),
    run: here => (here.article ? goToArticle(here, here.article.newer) : find(NEWER)!.click()),
  },
  {
    id: 'open',
    words: { zh: '打开这一条', en: 'Open the entry' },
    group: 'article',
    keys: 'o',
    isFor: ({ entry }) => entry !== null,
    isOfKeysOnly: true,
    run: ({ entry }) => entry!.click(),
  },
  {
    id: 'original',
    words: { zh: '打开原文', en: 'Open the original' },
    group: 'article',
    keys: 'v',
    isFor: hasArticle,
    run: orTellNotLoaded(openOriginal),
  },
  {
    id: 'read',
    words: { zh: '标为已读或未读', en: 'Mark as read or unread' },
    group: 'article',
    keys: 'm',
    isFor: hasArticle,
    run: toggleRead,
  },
  {
    id: 'save',
    words: { zh: '存到稍后读，或移出', en: 'Save for later, or take out' },
    group: 'article',
    keys: 's',
    isFor: hasArticle,
    run: orTellNotLoaded(toggleSaved),
  },
  {
    id: 'unread',
    words: { zh: '只看未读，或看全部', en: 'Unread only, or all' },
    group: 'article',
    keys: 'u',
    isFor: ({ router }) => openList(router) !== null,
    run: toggleUnread,
  },
  {
    id: 'refresh',
    words: { zh: '看看有没有新文章', en: 'Look for new articles' },
    group: 'article',
    keys: 'r',
    isFor: ({ router }) => latestShown(router) !== null,
    run: ({ router }) =>
      import('../touch/look-for-new.ts').then(({ lookForNew }) => lookForNew(router)).catch(tellNotLoaded),
  },
  {
    id: 'home',
    words: { zh: '首页', en: 'Home' },
    group: 'places',
    keys: 'g h',
    run: here => goTo(here, homePath),
  },
  {
    id: 'list',
    words: { zh: '回到列表', en: 'Back to the list' },
    group: 'places',
    keys: 'g b',
    run: here => {
      if (here.article && goBackToList()) return
      goTo(here, categoryPath(here.article?.categories[0]?.path ?? ''))
    },
  },
  {
    id: 'saved',
    words: { zh: '稍后读', en: 'Saved' },
    group: 'places',
    keys: 'g s',
    run: here => goTo(here, savedPath),
  },
  {
    id: 'categories',
    words: { zh: '全部分类', en: 'All categories' },
    group: 'places',
    keys: 'g c',
    run: here => goTo(here, categoriesPath),
  },
  {
    id: 'history',
    words: { zh: '阅读历史', en: 'Reading history' },
    group: 'places',
    keys: 'g t',
    run: here => goTo(here, historyPath),
  },
  {
    id: 'marks',
    words: { zh: '我的标记', en: 'My marks' },
    group: 'places',
    keys: 'g m',
    run: here => goTo(here, marksPath),
  },
  {
    id: 'archive',
    words: { zh: '归档', en: 'Archive' },
    group: 'places',
    keys: 'g a',
    run: here => goTo(here, archivePath),
  },
  {
    id: 'on-this-day',
    words: { zh: '历史上的今天', en: 'On this day' },
    group: 'places',
    keys: 'g d',
    run: here => goTo(here, onThisDayPath),
  },
  {
    id: 'random',
    words: { zh: '随便看一篇', en: 'Random article' },
    group: 'places',
    keys: 'g r',
    run: here => goTo(here, randomPath),
  },
  {
    id: 'statistics',
    words: { zh: '阅读统计', en: 'Reading statistics' },
    group: 'places',
    keys: 'g n',
    run: here => goTo(here, statisticsPath),
  },
  {
    id: 'queue',
    words: { zh: '我有几分钟', en: 'A few minutes' },
    group: 'places',
    keys: 'g q',
    run: here => goTo(here, queuePath),
  },
  {
    id: 'mute',
    words: { zh: '屏蔽规则', en: 'Mute rules' },
    group: 'places',
    keys: 'g x',
    run: here => goTo(here, mutePath),
  },
  {
    id: 'backup',
    words: { zh: '备份与同步', en: 'Backup and sync' },
    group: 'places',
    keys: 'g k',
    run: here => goTo(here, backupPath),
  },
  {
    id: 'offline',
    words: { zh: '离线', en: 'Offline' },
    group: 'places',
    keys: 'g o',
    run: here => goTo(here, offlinePath),
  },
  {
    id: 'settings',
    words: { zh: '设置', en: 'Settings' },
    group: 'places',
    keys: 'g ,',
    run: here => goTo(here, settingsPath),
  },
  {
    id: 'search',
    words: { zh: '搜索', en: 'Search' },
    group: 'places',
    keys: '/',
    run: here => focusSearch() || goTo(here, searchPath),
  },
  {
    id: 'larger',
    words: { zh: '字号大一些', en: 'Larger text' },
    group: 'app',
    keys: '+',
    repeats: 'anywhere',
    run: () => resizeText(1),
  },
  {
    id: 'smaller',
    words: { zh: '字号小一些', en: 'Smaller text' },
    group: 'app',
    keys: '-',
    repeats: 'anywhere',
    run: () => resizeText(-1),
  },
  {
    id: 'undo',
    words: { zh: '撤销刚才的事', en: 'Undo what was just done' },
    group: 'app',
    keys: 'z',
    isFor: () => shownToast()?.action !== undefined,
    run: answerToast,
  },
  {
    id: 'help',
    words: { zh: '按键一览', en: 'Keyboard help' },
    group: 'app',
    keys: '?',
    run: () => import('./open-help.tsx').then(({ openHelp }) => openHelp()).catch(tellNotLoaded),
  },
]

const goTo = ({ router }: Here, path: string) => void router.navigate(path, { viewTransition: true })

/** The next articles of a category are loaded ahead, and there at once: they need no transition. */
function goToArticle({ router }: Here, article: ArticleLink | null): void {
  if (article) void router.navigate(articlePath(article.id))
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector)

function toggleUnread({ router }: Here): void {
  const filters = new URLSearchParams(router.state.location.search)
  if (filters.has('unread')) filters.delete('unread')
  else filters.set('unread', '')
  const search = filters.toString().replace(/=(?=&|$)/g, '')
  const path = listPath(openList(router)!.list)
  void router.navigate(path + (search && `?${search}`), { replace: true })
}

/** @returns whether the page has a field to search in */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]')
  field?.focus()
  field?.select()
  return field !== null
}

function resizeText(steps: number): void {
  const { min, max, step } = settings.size
  const size = Number(getSetting('size')) + steps * step
  chooseSetting('size', String(Math.max(min, Math.min(size, max))))
}

function answerToast(): void {
  const action = shownToast()?.action
  dismissToast()
  action?.run()
}
