/** What of a page has the focus first. */
export const firstFocus = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('main [data-first-focus]') ?? document.querySelector('main h1')
