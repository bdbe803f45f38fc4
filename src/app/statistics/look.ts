/** What charts are drawn with: the colours and the type of the page as it looks now. */
export interface Look {
  paper: string
  ink: string
  quiet: string
  line: string
  accent: string
  /** From nothing to much. */
  shades: string[]
  family: string
  /** Of labels, in CSS pixels. */
  size: number
}

const shade = (percent: number) => `color-mix(in oklab, var(--accent) ${percent}%, var(--paper))`

/** Reads it off the page, where the style sheets and the reader's choices have made it. */
export function readLook(): Look {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const colour = (value: string) => {
    probe.style.color = value
    return getComputedStyle(probe).color
  }
  const isForced = matchMedia('(forced-colors: active)').matches
  const root = getComputedStyle(document.documentElement)
  const look = {
    paper: colour(isForced ? 'Canvas' : 'var(--paper)'),
    ink: colour(isForced ? 'CanvasText' : 'var(--ink)'),
    quiet: colour(isForced ? 'CanvasText' : 'var(--quiet)'),
    line: colour(isForced ? 'GrayText' : 'var(--line)'),
    accent: colour(isForced ? 'Highlight' : 'var(--accent)'),
    shades: isForced
      ? [10, 35, 60, 80, 100].map(percent => colour(`color-mix(in oklab, CanvasText ${percent}%, Canvas)`))
      : ['var(--sunk)', ...[30, 52, 76, 100].map(shade)].map(colour),
    family: getComputedStyle(document.body).fontFamily,
    size: Number.parseFloat(root.fontSize) * 0.75,
  }
  probe.remove()
  return look
}

/** Calls back whenever the page may look another way. @returns ends it */
export function watchLook(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-hue', 'style'] })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
