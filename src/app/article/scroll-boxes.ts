import type { Say } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import css from './scroll-boxes.css?inline'
import { whenNear } from './when-near.ts'

/**
 * Tables and code that are wider than the text scroll by themselves: the keyboard reaches those, and only those, and
 * they say what they are.
 */
export function offerScrolling(body: HTMLElement, say: Say, signal: AbortSignal): void {
  const boxes = body.querySelectorAll<HTMLElement>('.table-box, pre')
  if (boxes.length === 0) return
  adoptStyles(css)
  const resizing = new ResizeObserver(entries => {
    for (const { target } of entries)
      update((target.closest('.table-box, pre') ?? target) as HTMLElement, say)
  })
  const stop = whenNear(boxes, box => {
    for (const part of [box, ...box.children]) resizing.observe(part)
  })
  signal.addEventListener('abort', () => {
    stop()
    resizing.disconnect()
  })
}

function update(box: HTMLElement, say: Say): void {
  if (overflows(box)) {
    box.tabIndex = 0
    box.setAttribute('role', 'region')
    box.setAttribute('aria-label', nameOf(box, say))
  } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
}

const overflows = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean =>
  scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1

function nameOf(box: HTMLElement, say: Say): string {
  if (box.tagName === 'PRE') return say({ zh: '代码，可左右滚动', en: 'Code, scrolls sideways' })
  const caption = box.querySelector('caption')?.textContent.trim()
  return caption
    ? say({ zh: '表格：{caption}，可左右滚动', en: 'Table: {caption}, scrolls sideways', caption })
    : say({ zh: '表格，可左右滚动', en: 'Table, scrolls sideways' })
}
