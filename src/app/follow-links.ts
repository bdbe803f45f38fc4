import { type DataRouter, matchRoutes } from 'react-router'
import { articleQuery } from './article/article-query.ts'
import { queryClient } from './data/query-client.ts'
import { site } from './data/site.ts'

/**
 * Lets the router follow every plain click on a link to a page of the site, wherever it stands: one listener for all,
 * instead of one in each link. What a browser does with other clicks and other links stays its own affair.
 */
export function followLinks(router: DataRouter, page: Document): void {
  page.addEventListener('click', event => {
    const to = event.defaultPrevented ? null : pathToFollow(event, router)
    if (to === null) return
    event.preventDefault()
    const isHere = to === pathWithinSite(new URL(page.location.href))
    // A fade takes longer than everything else that an article does which is loaded already.
    void router.navigate(to, { viewTransition: !isLoadedArticle(to), replace: isHere })
  })
}

function pathToFollow(event: MouseEvent, router: DataRouter): string | null {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
  if (!link || !isPlain(event) || link.target || link.hasAttribute('download')) return null
  // A jump within the page.
  if (link.getAttribute('href')!.startsWith('#')) return null
  if (!URL.canParse(link.href)) return null
  const url = new URL(link.href)
  const to = url.origin === location.origin ? pathWithinSite(url) : null
  return to !== null && isPage(to, router) ? to : null
}

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

/** The address as the router knows it, or null if it is outside of the site. */
function pathWithinSite({ pathname, search, hash }: URL): string | null {
  return pathname.startsWith(site.base) ? `/${pathname.slice(site.base.length)}${search}${hash}` : null
}

/** Pictures, data and whatever else is served beside the pages are no routes. */
function isPage(path: string, router: DataRouter): boolean {
  const match = matchRoutes(router.routes, path)?.at(-1)
  return match !== undefined && match.route.path !== '*'
}

function isLoadedArticle(path: string): boolean {
  const [, id] = /^\/a\/(\w+)\/$/.exec(path) ?? []
  return id !== undefined && queryClient.getQueryData(articleQuery(id).queryKey) !== undefined
}
