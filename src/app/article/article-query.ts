import { queryOptions } from '@tanstack/react-query'
import { articleFile } from '../../shared/addresses.ts'
import type { Article } from '../../shared/article.ts'
import { fetchJson } from '../data/fetch-json.ts'
import type { Shape } from '../data/shape.ts'
import { IN_DOCUMENT } from './body-parts.ts'

const link = { id: '', title: '' }

const shape: Shape<Article> = {
  ...link,
  body: '',
  author: '',
  lang: '',
  minutes: 0,
  categories: [{ names: [''], path: '' }],
  tags: [''],
  related: [link],
}

/** One article. The loader waits for it and the page reads it, both from here. */
export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: async (): Promise<Article> => {
      const article = await fetchJson<Article>(articleFile(id), shape)
      // A prerendered page carries the body once: in the document.
      return article.body === undefined ? { ...article, body: bodyInDocument() } : article
    },
    staleTime: Number.POSITIVE_INFINITY, // a published article changes only with a new build
  })

/** As the seed has it: what is shown may be set otherwise. */
const bodyInDocument = () => (document.querySelector('.article-part') ? IN_DOCUMENT : shortBodyInDocument())

const shortBodyInDocument = () =>
  globalThis.typesetter?.html ?? document.querySelector('[data-article-body]')?.innerHTML ?? ''
