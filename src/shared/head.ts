import { homePath, withBase } from './addresses.ts'
import type { Picture } from './article.ts'
import { absolute, documentTitle, type Site } from './site.ts'

/** What a page says of itself to browsers, search engines and share cards. */
export interface PageHead {
  /** Without the site's name; empty on the home page. */
  title: string
  description: string
  /** The page's own path, without the base; null for a page with no address of its own (not found). */
  path: string | null
  picture?: Picture | null
  /** The reader's own pages are not for search engines. */
  isPrivate?: boolean
  /** The page before this one in a list of pages: its path, without the base. */
  previous?: string | null
  article?: {
    published: string | null
    modified: string | null
    author: string
    section: string | null
    tags: string[]
    lang: string
  }
}

export interface HeadTag {
  name: 'title' | 'meta' | 'link'
  attributes: Record<string, string>
  text?: string
}

/** A seed may hold any number of tags; nobody reads more than this. */
const MAX_TAGS = 20

/**
 * The head tags of a page, in order. Absolute addresses (canonical, `og:url`, pictures) need the site's public
 * origin and are left out without it. Open Graph: https://ogp.me; cards: https://developer.x.com/en/docs/x-for-websites/cards
 */
export function headTags(head: PageHead, site: Site): HeadTag[] {
  const title = head.title || site.name
  const url = head.path && absolute(site, withBase(site.base, head.path))
  const picture = sharePicture(head, site)
  const { article } = head
  const tags: (HeadTag | false | 0 | null | undefined | '')[] = [
    { name: 'title', attributes: {}, text: documentTitle(head.title, site) },
    meta('name', 'description', head.description),
    head.isPrivate && meta('name', 'robots', 'noindex'),
    url && link('canonical', url),
    head.path === homePath &&
      site.origin && {
        name: 'link',
        attributes: {
          rel: 'search',
          type: 'application/opensearchdescription+xml',
          title: site.name,
          href: withBase(site.base, '/opensearch.xml'),
        },
      },
    head.previous && link('prev', withBase(site.base, head.previous)),
    // No `next`: Firefox would fetch that page at once, which the policy refuses, and complains of. The pager names it.
    article?.author && meta('name', 'author', article.author),

    meta('property', 'og:type', article ? 'article' : 'website'),
    meta('property', 'og:site_name', site.name),
    meta('property', 'og:title', title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:locale', (article?.lang ?? site.language).replace('-', '_')),
    url && meta('property', 'og:url', url),
    picture && meta('property', 'og:image', picture.address),
    picture?.width && meta('property', 'og:image:width', String(picture.width)),
    picture?.height && meta('property', 'og:image:height', String(picture.height)),
    article?.published && meta('property', 'article:published_time', article.published),
    article?.modified && meta('property', 'article:modified_time', article.modified),
    article?.author && meta('property', 'article:author', article.author),
    article?.section && meta('property', 'article:section', article.section),
    ...(article?.tags ?? []).slice(0, MAX_TAGS).map(tag => meta('property', 'article:tag', tag)),

    meta('name', 'twitter:card', picture ? 'summary_large_image' : 'summary'),
    meta('name', 'twitter:title', title),
    meta('name', 'twitter:description', head.description),
    picture && meta('name', 'twitter:image', picture.address),

    // WeChat and QQ read these.
    meta('itemprop', 'name', title),
    meta('itemprop', 'description', head.description),
    picture && meta('itemprop', 'image', picture.address),
    article?.published && meta('itemprop', 'datePublished', article.published),
  ]
  return tags.filter(tag => !!tag)
}

function sharePicture(head: PageHead, site: Site): Picture | null {
  const { picture } = head
  // Share cards show no SVG, and no picture that has no address of its own.
  if (picture && !/^data:|\.svg$/i.test(picture.address)) {
    if (/^https?:/.test(picture.address)) return picture
    const address = absolute(site, picture.address)
    if (address) return { ...picture, address }
  }
  const address = absolute(site, withBase(site.base, '/card.png'))
  return address ? { address, width: 1200, height: 630 } : null
}

const meta = (key: 'name' | 'property' | 'itemprop', value: string, content: string): HeadTag => ({
  name: 'meta',
  attributes: { [key]: value, content },
})

const link = (rel: string, href: string): HeadTag => ({
  name: 'link',
  attributes: { rel, href },
})
