import { searchPath, withBase } from '../shared/addresses.ts'
import { absolute, type Site } from '../shared/site.ts'
import { escapeHtml } from './prerender.ts'

/**
 * What a browser must know to search the site from its address bar; null without the public origin, which it has to name.
 * https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearchXml(site: Site): string | null {
  const search = absolute(site, withBase(site.base, searchPath))
  if (!search) return null
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // Longer ones are refused by the specification.
    `<ShortName>${escapeHtml([...site.name].slice(0, 16).join(''))}</ShortName>`,
    `<Description>${escapeHtml([...site.description].slice(0, 1024).join(''))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="16" height="16" type="image/svg+xml">${escapeHtml(absolute(site, withBase(site.base, '/icon.svg'))!)}</Image>`,
    `<Url type="text/html" template="${escapeHtml(search)}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
