import { articleFile, articlePath, withBase } from '../../shared/addresses.ts'
import { site } from './site.ts'

/** The worker keeps no more of one page. */
const MAX_PICTURES = 40

/**
 * Asks the worker to keep an article, so that it can be read again without a network.
 *
 * @param pictures their addresses; those who save data do without
 * @param isSaved whether the reader saved it: then it stays until it is taken out
 */
export function keepForOffline(articleId: string, pictures: string[], isSaved = false): void {
  const addressOf = (path: string) => new URL(withBase(site.base, path), location.href).href
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection
  navigator.serviceWorker?.ready
    .then(({ active }) =>
      active?.postMessage({
        type: 'keep-page',
        page: addressOf(articlePath(articleId)),
        data: addressOf(articleFile(articleId)),
        isSaved,
        pictures: connection?.saveData ? [] : pictures.slice(0, MAX_PICTURES),
      }),
    )
    .catch(() => undefined)
}

/** The addresses of the pictures in an element. */
export const picturesIn = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('img')].map(image => image.src)
