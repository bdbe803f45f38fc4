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
  /** `index.html` as Vite built it, with the places `<!--csp-->`, `<!--head-->`, `<!--app-->`, `<!--data-->` and `<!--scripts-->`. */
  template: string
  /** Source file of a page's module → addresses of its scripts, to run before the app's own. */
  scripts: Record<string, string[]>
  /** Goes into the head of articles whose text it sets. */
  typesetScript: string
  /** A policy for the document, or null where none can hold (the dev server's own scripts). */
  policy: string | null
}

export function createPrerender(parts: PageParts, render: Render, site: Site): Prerender {
  const { template, scripts, typesetScript, policy } = parts
  const fill = openTemplate(template, site, policy)
  return async (path, files) => {
    const { html, head, modules } = await render(path, files)
    return fill({
      head: [...head.map(tagToHtml), ...(needsTypesetting(files) ? [typesetScript] : [])].join('\n    '),
      scripts: modules
        .flatMap(module => scripts[module] ?? [])
        .map(laterScript)
        .join(''),
      app: html,
      data: dataBlock({ path, files }),
    })
  }
}

/**
 * Leaves it to `start-document.ts` when the app's scripts are fetched and run.
 *
 * @param scripts their addresses, in the order to run; those of the page come before the last
 */
export function deferScripts(template: string, scripts: string[]): string {
  const [entry, ...libraries] = scripts.map(laterScript).reverse()
  return template.replace(
    /<script type="module"[^>]*><\/script>/,
    () => `${libraries.reverse().join('')}<!--scripts-->${entry}`,
  )
}

const laterScript = (address: string) =>
  `<link rel="later" fetchpriority="low" crossorigin href="${escapeHtml(address)}">`

/** The document of a page that renders itself in the browser alone: what the worker opens when it has no better. */
export const shellOf = (template: string, site: Site, csp: string | null): string =>
  openTemplate(
    template,
    site,
    csp,
  )({ head: `<title>${escapeHtml(site.name)}</title>`, scripts: '', app: '', data: '' })

type Place = 'head' | 'scripts' | 'app' | 'data'

/** Takes a template apart once; what is put into it is never searched for places, for an article may hold anything. */
function openTemplate(
  template: string,
  site: Site,
  csp: string | null,
): (filling: Record<Place, string>) => string {
  const policy = csp ? `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(csp)}">` : ''
  const pieces = template
    .replace('<html lang="zh-CN"', () => `<html lang="${escapeHtml(site.language)}"`)
    .replace('<!--csp-->', () => policy)
    .split(/<!--(head|scripts|app|data)-->/)
  // Every other piece is the name of a place.
  return filling => pieces.map((piece, index) => (index % 2 ? filling[piece as Place] : piece)).join('')
}

function dataBlock({ path, files }: PageData): string {
  // The body of an article is in the document already; `<` could end the block or open a comment.
  const carried = Object.entries(files).map(([address, file]) => [address, withoutBody(file)])
  const json = JSON.stringify({ path, files: Object.fromEntries(carried) }).replace(/</g, '\\u003c')
  return `<script type="application/json" id="${pageDataId}">${json}</script>`
}

function withoutBody(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || !('body' in file)) return file
  const { body: _, ...rest } = file
  return rest
}

function tagToHtml({ name, attributes, text }: HeadTag): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
  return `<${name}${list.join('')} data-head>${text === undefined ? '' : `${escapeHtml(text)}</${name}>`}`
}

export const escapeHtml = (text: string): string =>
  !/[&<>"]/.test(text)
    ? text
    : text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
