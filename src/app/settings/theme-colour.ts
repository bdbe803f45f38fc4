import { subscribeSettings } from './setting-store.ts'

/** Where it is loaded, the frame that a browser puts around the page has the colour of the theme that was chosen. */
function followTheme(): void {
  const { theme } = document.documentElement.dataset
  const paper = getComputedStyle(document.documentElement).backgroundColor
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.own ??= meta.content
    meta.content = theme && theme !== 'system' ? paper : meta.dataset.own
  }
}

if (!import.meta.env.SSR) {
  followTheme()
  subscribeSettings(followTheme)
}
