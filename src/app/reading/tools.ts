import {
  ALargeSmall,
  ArrowUp,
  Bookmark,
  ChevronsDown,
  Command,
  Ellipsis,
  Expand,
  Headphones,
  Highlighter,
  Languages,
  type LucideIcon,
  PanelLeft,
  Ruler,
  Search,
  SpellCheck,
  TableOfContents,
  Tag,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Article } from '../../shared/article.ts'
import { WIDE } from '../beside/wide.ts'
import type { ArticleState } from '../history/article-state.ts'
import type { Words } from '../i18n/language.ts'
import { openPalette } from '../palette/open-later.ts'
import { toggleScript } from '../script/toggle-script.ts'
import { chooseSetting, getSetting, type SettingName } from '../settings/settings.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { goToBeginning } from '../ui/way.ts'
import { toggleFullScreen } from './full-screen.ts'

export type ToolName =
  | 'contents'
  | 'look'
  | 'save'
  | 'find'
  | 'listen'
  | 'more'
  | 'marks'
  | 'labels'
  | 'script'
  | 'pace'
  | 'ruler'
  | 'pinyin'
  | 'fullScreen'
  | 'beside'
  | 'palette'
  | 'beginning'

/** What the tools of an article are about. */
export interface Reading {
  article: Article
  /** The element of the text: its children are the blocks, or the parts of a long one (`article/body-parts.ts`). */
  body: HTMLElement
}

export interface ToolProps extends Reading {
  close: () => void
  open: (name: ToolName) => void
}

interface Named {
  words: Words
  Icon: LucideIcon
  /** In the bar; the others are in the panel of the rest. */
  isInBar?: boolean
}

/** Opens something that stays until it is closed: a panel, of which one is open at a time, or a strip at the window's foot. */
interface OpeningTool extends Named {
  kind: 'panel' | 'strip'
  load: () => Promise<{ default: ComponentType<ToolProps> }>
}

interface ActionTool extends Named {
  kind: 'action'
  run: (reading: Reading, open: (name: ToolName) => void) => void
  /** Whether it does anything in this window. */
  isPossible?: () => boolean
  /** Of one that does and undoes: whether it is done. */
  isDone?: (state: ArticleState) => boolean
}

/** Turns a setting on and off, and with it what `load` brings. */
export interface SwitchTool extends Named {
  kind: 'switch'
  setting: SettingName
  load: () => Promise<{ default: ComponentType<Reading> }>
}

export type Tool = OpeningTool | ActionTool | SwitchTool

/** Everything that can be done with an article while it is read, in the order in which it is offered. */
export const tools: Record<ToolName, Tool> = {
  contents: {
    words: { zh: '目录', en: 'Contents' },
    Icon: TableOfContents,
    kind: 'panel',
    isInBar: true,
    load: () => import('./ContentsPanel.tsx'),
  },
  look: {
    words: { zh: '阅读设置', en: 'Reading settings' },
    Icon: ALargeSmall,
    kind: 'panel',
    isInBar: true,
    load: () => import('./LookPanel.tsx'),
  },
  save: {
    words: { zh: '稍后读', en: 'Save for later' },
    Icon: Bookmark,
    kind: 'action',
    isInBar: true,
    isDone: ({ isSaved }) => isSaved,
    run: (reading, open) =>
      import('../saved/save-reading.ts')
        .then(({ saveReading }) => saveReading(reading, () => open('labels')))
        .catch(tellNotLoaded),
  },
  find: {
    words: { zh: '在文中查找', en: 'Find in article' },
    Icon: Search,
    kind: 'strip',
    isInBar: true,
    load: () => import('../find/FindStrip.tsx'),
  },
  listen: {
    words: { zh: '朗读', en: 'Listen' },
    Icon: Headphones,
    kind: 'strip',
    isInBar: true,
    load: () => import('../listen/ListenStrip.tsx'),
  },
  more: {
    words: { zh: '更多', en: 'More tools' },
    Icon: Ellipsis,
    kind: 'panel',
    isInBar: true,
    load: () => import('./MorePanel.tsx'),
  },
  marks: {
    words: { zh: '标记', en: 'Marks' },
    Icon: Highlighter,
    kind: 'panel',
    load: () => import('../marks/MarksPanel.tsx'),
  },
  labels: {
    words: { zh: '标签', en: 'Labels' },
    Icon: Tag,
    kind: 'panel',
    load: () => import('../saved/LabelsPanel.tsx'),
  },
  script: {
    words: { zh: '简繁转换', en: 'Convert script' },
    Icon: Languages,
    kind: 'action',
    run: toggleScript,
  },
  pace: {
    words: { zh: '自动滚动', en: 'Auto-scroll' },
    Icon: ChevronsDown,
    kind: 'strip',
    load: () => import('../pace/PaceStrip.tsx'),
  },
  ruler: {
    words: { zh: '阅读尺', en: 'Reading ruler' },
    Icon: Ruler,
    kind: 'switch',
    setting: 'ruler',
    load: () => import('./Ruler.tsx'),
  },
  pinyin: {
    words: { zh: '生僻字注音', en: 'Pinyin' },
    Icon: SpellCheck,
    kind: 'switch',
    setting: 'pinyin',
    load: () => import('../pinyin/Pinyin.tsx'),
  },
  beside: {
    words: { zh: '旁边的列表', en: 'List beside' },
    Icon: PanelLeft,
    kind: 'action',
    isPossible: () => matchMedia(WIDE).matches,
    run: () => chooseSetting('beside', getSetting('beside') === 'on' ? 'off' : 'on'),
  },
  fullScreen: {
    words: { zh: '全屏', en: 'Full screen' },
    Icon: Expand,
    kind: 'action',
    run: toggleFullScreen,
  },
  palette: {
    words: { zh: '命令面板', en: 'Commands' },
    Icon: Command,
    kind: 'action',
    run: () => void openPalette(),
  },
  beginning: {
    words: { zh: '回到开头', en: 'Back to top' },
    Icon: ArrowUp,
    kind: 'action',
    run: goToBeginning,
  },
}
