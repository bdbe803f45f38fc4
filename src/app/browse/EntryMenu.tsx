import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, use, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Summary } from '../../shared/article.ts'
import { articleQuery } from '../article/article-query.ts'
import { shareArticle } from '../article/share-article.ts'
import { statesQuery } from '../history/article-states.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { mute } from '../mute/edit-mutes.ts'
import { saveOrTakeOut } from '../saved/edit-saved.ts'
import { ListIdsContext } from './list-ids.ts'
import { markAllRead, markOne } from './mark-with-undo.ts'

interface EntryMenuProps {
  article: Summary
  index: number | undefined
  /** What it was opened with. */
  button: HTMLElement
  close: () => void
}

interface Action {
  words: Words
  run: () => unknown
}

/** What can be done with an article of a list. On a phone it is a sheet at the foot of the window. */
export default function EntryMenu({ article, index, button, close }: EntryMenuProps) {
  const say = useSay()
  const menu = useRef<HTMLDivElement>(null)
  const groups = useActions(article, index)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is placed when it opens
  useLayoutEffect(() => {
    const element = menu.current!
    element.showPopover()
    place(element, button)
    element.querySelector('button')?.focus({ preventScroll: true })
    // It would stay behind. The last of a scroll that has just ended is no reason.
    const moving = new AbortController()
    const opened = scrollY
    const follow = () => Math.abs(scrollY - opened) > NEAR && close()
    addEventListener('scroll', follow, { passive: true, signal: moving.signal })
    return () => {
      moving.abort()
      const { activeElement } = document
      if (!activeElement || activeElement === document.body || element.contains(activeElement))
        button.focus({ preventScroll: true })
    }
  }, [])

  return createPortal(
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      className="entry-menu"
      aria-label={say({ zh: '对“{title}”的操作', en: 'Actions on “{title}”', title: article.title })}
      // A press beside it.
      onToggle={({ newState }) => newState === 'closed' && close()}
      onKeyDown={event => walk(event, menu.current!, close)}
    >
      <p aria-hidden="true">{article.title}</p>
      {groups.map((actions, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups do not move
        // biome-ignore lint/a11y/useSemanticElements: a menu parts its items so
        <div key={at} role="group">
          {actions.map(({ words, run }) => (
            <button
              key={words.en}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                void run()
              }}
            >
              {say(words)}
            </button>
          ))}
        </div>
      ))}
    </div>,
    document.getElementById('main')!,
  )
}

function useActions(article: Summary, index: number | undefined): Action[][] {
  const readIds = use(ListIdsContext)
  const { data: states } = useQuery(statesQuery([article.id]))
  // Most articles in view are loaded ahead.
  const { data: whole } = useQuery({ ...articleQuery(article.id), retry: false })
  const { isRead = false, isSaved = false } = states?.[article.id] ?? {}
  const [category] = article.categories
  const source = category && (category.names[1] ?? category.names[0])
  const { link } = whole ?? {}
  return [
    [
      isSaved
        ? {
            words: { zh: '从稍后读移出', en: 'Take out of saved articles' },
            run: () => saveOrTakeOut(article),
          }
        : { words: { zh: '存到稍后读', en: 'Save it for later' }, run: () => saveOrTakeOut(article) },
      isRead
        ? { words: { zh: '标为未读', en: 'Mark as unread' }, run: () => markOne(article.id, false) }
        : { words: { zh: '标为已读', en: 'Mark as read' }, run: () => markOne(article.id, true) },
    ],
    readIds && index !== undefined
      ? [
          ...(index > 0
            ? [
                {
                  words: { zh: '以上都标为已读', en: 'Mark all above as read' },
                  run: () => markAllRead(readIds, 0, index),
                },
              ]
            : []),
          {
            words: { zh: '以下都标为已读', en: 'Mark all below as read' },
            run: () => markAllRead(readIds, index + 1),
          },
        ]
      : [],
    [
      ...(source ? [muting('source', source)] : []),
      ...(article.author && article.author !== source ? [muting('author', article.author)] : []),
    ],
    [
      { words: { zh: '分享', en: 'Share' }, run: () => shareArticle(article) },
      ...(link
        ? [
            {
              words: { zh: '打开原文', en: 'Open the original' },
              run: () => open(link, '_blank', 'noopener'),
            },
          ]
        : []),
    ],
  ].filter(actions => actions.length > 0)
}

function muting(kind: 'source' | 'author', text: string): Action {
  const words: Words =
    kind === 'source'
      ? { zh: '屏蔽来源“{text}”', en: 'Mute the source “{text}”', text }
      : { zh: '屏蔽作者“{text}”', en: 'Mute the author “{text}”', text }
  return { words, run: () => mute(kind, text) }
}

/** Below the button, or above it where there is no room; the style sheet knows a better place on a phone. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const isBelow = bottom + height + MARGIN <= innerHeight || top < height + MARGIN
  const y = isBelow ? Math.min(bottom, innerHeight - height - MARGIN) : top - height
  menu.style.setProperty('--x', `${Math.max(MARGIN, right - width)}px`)
  menu.style.setProperty('--y', `${Math.max(MARGIN, y)}px`)
}

const MARGIN = 8
const NEAR = 40

/** The keys of menus: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
function walk(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  // The browser tells of its own Escape later, when the button may have been pressed again already.
  if (event.key === 'Escape') event.preventDefault()
  if (event.key === 'Escape' || event.key === 'Tab') close()
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at <= 0 ? items.length : at) - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  items[next]!.focus()
}
