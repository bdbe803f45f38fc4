import { ALargeSmall, Ellipsis, Expand, Languages, type LucideIcon, TableOfContents } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Article } from '../../shared/article.ts'
import type { Words } from '../i18n/language.ts'
import { toggleScript } from '../script/toggle-script.ts'
import { toggleFullScreen } from './full-screen.ts'

export type ToolName = 'contents' | 'look' | 'more' | 'script' | 'fullScreen'

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
  run: (reading: Reading) => void
}

export type Tool = OpeningTool | ActionTool

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
  more: {
    words: { zh: '更多', en: 'More' },
    Icon: Ellipsis,
    kind: 'panel',
    isInBar: true,
    load: () => import('./MorePanel.tsx'),
  },
  script: {
    words: { zh: '简繁转换', en: 'Chinese script' },
    Icon: Languages,
    kind: 'action',
    run: toggleScript,
  },
  fullScreen: {
    words: { zh: '全屏', en: 'Full screen' },
    Icon: Expand,
    kind: 'action',
    run: toggleFullScreen,
  },
}
