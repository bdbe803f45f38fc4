import type { DataRouter } from 'react-router'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { listenToPulls } from './pull.ts'
import { listenToSwipes } from './swipe-articles.ts'
import css from './touch.css?inline'
import { isZoomed } from './touches.ts'

/** What fingers do on the page itself. */
export function startTouch(router: DataRouter): void {
  adoptStyles(css)
  // In a page that is zoomed, one finger moves what is seen of it, in all directions.
  const followZoom = () => document.documentElement.toggleAttribute('data-zoomed', isZoomed())
  visualViewport?.addEventListener('resize', followZoom)
  listenToSwipes(router)
  listenToPulls(router)
}
