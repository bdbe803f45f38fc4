import { createHash } from 'node:crypto'
import { playerOrigins } from '../shared/embeds.ts'
import type { MediaSettings, PictureSettings } from '../shared/picture-settings.ts'

/** Where pages, pictures and media of a site may come from. */
export interface Sources {
  pictures: PictureSettings
  media: MediaSettings
  /** Origins of servers that readers may sync through. */
  sync?: string[]
  /** The public origin, if it is known. */
  origin: string | null
}

/**
 * The policy of every page. A static host sends no headers, so it stands in the document, before all else. As a header
 * it is also that of the service worker, which asks for the pictures of other hosts in the name of its pages: to a
 * worker that is a connection. Pages obey both, so theirs stay closed.
 *
 * @param template whose inline scripts are the only ones to run
 */
export function contentSecurityPolicy(
  template: string,
  { pictures, media, sync = [], origin }: Sources,
  place: 'document' | 'header',
): string {
  const hashes = [...template.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  )
  // Without a host in the policy its scheme must be: that of the pages, or a better one.
  const anyHost = origin?.startsWith('https:') ? ['https:'] : ['https:', 'http:']
  const pictureHosts = pictures.hosts ?? anyHost
  const mediaHosts = media.hosts ?? anyHost
  return policyOf({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:', ...pictureHosts],
    'media-src': ["'self'", 'data:', 'blob:', ...mediaHosts],
    'frame-src': playerOrigins,
    'connect-src': [
      "'self'",
      ...sync,
      ...(place === 'header' ? new Set([...pictureHosts, ...mediaHosts]) : []),
    ],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['dompurify', 'app-sw'],
  })
}

const policyOf = (directives: Record<string, readonly string[]>) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')

/** What a reading site asks of no browser. Players in frames keep what they need: full screen, sound, copying. */
const UNUSED_FEATURES =
  'accelerometer browsing-topics camera display-capture geolocation gyroscope hid idle-detection local-fonts ' +
  'magnetometer microphone midi otp-credentials payment publickey-credentials-create publickey-credentials-get ' +
  'serial usb xr-spatial-tracking'

/** Headers for every answer of the site that do not depend on its pages. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': UNUSED_FEATURES.split(' ')
    .map(feature => `${feature}=()`)
    .join(', '),
}

/** Headers by address, for hosts that send headers. An address that ends with `*` is all that begin so. */
export type HeaderRules = Record<string, Record<string, string>>
type Rule = [address: string, headers: Record<string, string>]

/**
 * The headers of a site.
 *
 * @param policy of its pages
 * @param base the path it is served under
 */
export const headerRules = (policy: string, base: string): HeaderRules => ({
  // Only a header can say who may frame a page.
  [`${base}*`]: { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'`, ...plainHeaders },
  [`${base}pictures/*`]: { 'Content-Security-Policy': PICTURE_POLICY },
})

/** An SVG opened by its own address is a document: it gets no scripts, and no share in the site's origin. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** As Netlify, Cloudflare Pages and others read it from the file `_headers`. */
export const headersFile = (rules: HeaderRules): string =>
  Object.entries(rules)
    .map(([address, headers]) =>
      [address, ...linesOf(headers, (name, value) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('')

/** The rules in a `_headers` file of our own making. */
export function readHeadersFile(text: string): HeaderRules {
  const rules: HeaderRules = {}
  let headers: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const [, name, value] = /^ +([\w-]+): (.*)$/.exec(line) ?? []
    if (name) headers[name] = value!
    else if (line) rules[line] = headers = {}
  }
  return rules
}

/** For the `server` block of nginx, where an inner block that adds a header loses all those of the outer. */
export const nginxSnippet = (rules: HeaderRules): string => {
  const [[general, all], ...special] = Object.entries(rules) as [Rule, ...Rule[]]
  const lines = (headers: Record<string, string>) =>
    linesOf(headers, (name, value) => `add_header ${name} "${value}" always;`)
  return [
    general === '/*' ? lines(all).join('\n') : block(`location ${general.slice(0, -1)}`, lines(all)),
    ...special.map(([address, headers]) =>
      block(`location ${address.slice(0, -1)}`, lines({ ...all, ...headers })),
    ),
  ].join('\n')
}

/** For a site block of Caddy: `route` keeps the order, so that the special comes after the general. */
export const caddySnippet = (rules: HeaderRules): string =>
  block(
    'route',
    Object.entries(rules).flatMap(([address, headers]) =>
      block(
        `header ${address}`,
        linesOf(headers, (name, value) => `${name} "${value}"`),
      ).split('\n'),
    ),
  )

const block = (opening: string, lines: string[]) =>
  [`${opening} {`, ...lines.map(line => `    ${line}`), '}'].join('\n')

const linesOf = (headers: Record<string, string>, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value))
