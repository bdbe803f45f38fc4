import { keepForOffline } from '../data/keep-for-offline.ts'
import { queryClient } from '../data/query-client.ts'
import { articleQuery } from './article-query.ts'

/** Has an article that is not on the page kept for reading without a network, with its pictures if it can be had just now. */
export async function keepWithPictures(articleId: string): Promise<void> {
  const article = await queryClient.ensureQueryData(articleQuery(articleId)).catch(() => null)
  keepForOffline(articleId, addressesIn(article?.body ?? ''))
}

/** The body is clean HTML, as the build writes it. */
const addressesIn = (html: string) =>
  [...html.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(
    ([, address]) => new URL(address!.replaceAll('&amp;', '&'), location.href).href,
  )
