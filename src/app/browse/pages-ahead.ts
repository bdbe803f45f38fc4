import { type LoaderFunctionArgs, matchPath } from 'react-router'
import { archivePath, categoriesPath, homePath, withBase } from '../../shared/addresses.ts'
import * as article from '../article/ArticlePage.tsx'
import { type LoadAhead, startPrefetch } from '../data/prefetch.ts'
import { site } from '../data/site.ts'

type Page = { loader(args: LoaderFunctionArgs): Promise<unknown> }

const list = () => import('./ListPage.tsx')

/** The pages that links lead to from lists and articles, with their scripts. */
const pages: [pattern: string, load: () => Page | Promise<Page>][] = [
  ['/a/:id', () => article],
  ['/c/*', list],
  ['/author/*', list],
  ['/archive/:year/*', list],
  [homePath, () => import('./HomePage.tsx')],
  [categoriesPath, () => import('./CategoriesPage.tsx')],
  [archivePath, () => import('./ArchivePage.tsx')],
]

/** What the router does when the link is followed, but for showing the page. */
const loadAhead: LoadAhead = address => {
  for (const [pattern, load] of pages) {
    const match = matchPath(withBase(site.base, pattern), address.pathname)
    if (match) return run(load(), match.params, address)
  }
  return undefined
}

async function run(page: Page | Promise<Page>, params: LoaderFunctionArgs['params'], address: URL) {
  await (await page).loader({ params, request: new Request(address) } as LoaderFunctionArgs)
}

startPrefetch(loadAhead)
