import type { HeadTag } from '../shared/head.ts'
import { type PageData, pageDataId, type Rendered } from '../shared/page-data.ts'
import type { Site } from '../shared/site.ts'
import { needsTypesetting } from './needs-typesetting.ts'

/** What the app's server bundle does: a page of React to strings. */
export type Render = (path: string, files: PageData['files']) => Promise<Rendered>

/** Makes the document of one page. */
export type Prerender = (path: string, files: PageData['files']) => Promise<string>

/** What pages are made of besides what the app renders. */
export interface PageParts {
  /** `index.html` as Vite built it, with the places `<!--csp-->`, `<!--head-->`, `<!--app-->` and `<!--data-->`. */
  template: string
  /** Source file of a page's module → addresses of its scripts, to be fetched early. */
  scripts: Record<string, string[]>
  /** Goes into the head of articles whose text it sets. */
  typesetScript: string
  /** A policy for the document, or null where none can hold (the dev server's own scripts). */
  policy: string | null
}

export function createPrerender(parts: PageParts, render: Render, site: Site): Prerender {
  const { template, scripts, typesetScript, policy } = parts
  return async (path, files) => {
    const { html, head, modules } = await render(path, files)
    const preloads = modules
      .flatMap(module => scripts[module] ?? [])
      .map(
        script => `<link rel="modulepreload" fetchpriority="low" crossorigin href="${escapeHtml(script)}">`,
      )
    return fillTemplate(template, site, policy, {
      head: [...head.map(tagToHtml), ...preloads, ...(needsTypesetting(files) ? [typesetScript] : [])].join(
        '\n    ',
      ),
      app: html,
      data: dataBlock({ path, files }),
    })
  }
}

/** The document of a page that renders itself in the browser alone: what the worker opens when it has no better. */
export const shellOf = (template: string, site: Site, csp: string | null): string =>
  fillTemplate(template, site, csp, {
    head: `<title>${escapeHtml(site.name)}</title>`,
    app: '',
    data: '',
  })

interface Filling {
  head: string
  app: string
  data: string
}

function fillTemplate(template: string, site: Site, csp: string | null, filling: Filling): string {
  const places: Record<string, string> = {
    ...filling,
    csp: csp ? `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(csp)}">` : '',
  }
  return (
    template
      .replace('<html lang="zh-CN"', () => `<html lang="${escapeHtml(site.language)}"`)
      // One pass with a function: an article may hold `$&` or the name of a place.
      .replace(/<!--(csp|head|app|data)-->/g, (_, place: string) => places[place]!)
  )
}

function dataBlock(data: PageData): string {
  // The body of an article is in the document already; `<` could end the block or open a comment.
  const json = JSON.stringify(data, (key, value) => (key === 'body' ? undefined : value)).replace(
    /</g,
    '\\u003c',
  )
  return `<script type="application/json" id="${pageDataId}">${json}</script>`
}

function tagToHtml({ name, attributes, text }: HeadTag): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
  return `<${name}${list.join('')} data-head>${text === undefined ? '' : `${escapeHtml(text)}</${name}>`}`
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
