import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { withBase } from '../shared/addresses.ts'
import { headTags } from '../shared/head.ts'
import type { PageData, Rendered } from '../shared/page-data.ts'
import { cutBody } from './article/cut-body.ts'
import { provideGate } from './article/purify.ts'
import { providePageFiles } from './data/fetch-json.ts'
import { queryClient } from './data/query-client.ts'
import { site } from './data/site.ts'
import { inLanguage, LanguageProvider, loadWords, siteLanguage } from './i18n/language.ts'
import { languages } from './i18n/languages.ts'
import { headOf } from './page-head.ts'
import { routes } from './routes.tsx'

provideGate({ cutBody })
await loadWords(siteLanguage)

const dictionaryFiles = languages[siteLanguage].load ? [`src/app/i18n/dictionaries/${siteLanguage}.ts`] : []

const handler = createStaticHandler(routes, { basename: site.base })

/**
 * Renders one page to strings, for the build. One page at a time: the data of a page is the module's.
 *
 * @param path percent-encoded, without the base
 * @param files the data files the page's loaders will ask for
 * @throws what a loader threw, or an Error if one answered with a redirect
 */
export async function render(path: string, files: PageData['files']): Promise<Rendered> {
  queryClient.clear()
  providePageFiles(files)
  const context = await handler.query(new Request(`http://localhost${withBase(site.base, path)}`))
  if (context instanceof Response) throw new Error(`${path} answers with status ${context.status}`)
  for (const error of Object.values(context.errors ?? {})) throw error
  const matches = context.matches.map(({ route }) => ({
    handle: route.handle as unknown,
    loaderData: context.loaderData[route.id] as unknown,
  }))
  const head = headOf(matches, words => inLanguage(siteLanguage, words))
  const html = renderToString(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider first={siteLanguage}>
          <StaticRouterProvider
            router={createStaticRouter(handler.dataRoutes, context)}
            context={context}
            hydrate={false}
          />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  return {
    html,
    head: head ? headTags(head, site) : [],
    modules: [...dictionaryFiles, ...context.matches.map(({ route }) => route.id)],
  }
}
