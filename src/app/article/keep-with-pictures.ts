import { keepForOffline } from '../data/keep-for-offline.ts'
import { queryClient } from '../data/query-client.ts'
import { articleQuery } from './article-query.ts'

/** Has an article that is not on the page kept for reading without a network, with its pictures if it can be had just now. */
export async function keepWithPictures(articleId: string, isSaved = false): Promise<void> {
  const article = await queryClient.ensureQueryData(articleQuery(articleId)).catch(() => null)
  keepForOffline(articleId, addressesIn(article?.body ?? ''), isSaved)
}

/** The addresses of the pictures in a body: clean HTML, as the build writes it. */
export const addressesIn = (html: string) =>
  [...html.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(
    ([, address]) => new URL(address!.replaceAll('&amp;', '&'), location.href).href,
  )
