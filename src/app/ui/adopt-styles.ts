const adopted = new Set<string>()

/**
 * Adds the styles of something that comes on use, so that the one style sheet which every page waits for stays small.
 *
 * @param css as `import css from './x.css?inline'` gives it
 */
export function adoptStyles(css: string): void {
  if (adopted.has(css)) return
  adopted.add(css)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}
