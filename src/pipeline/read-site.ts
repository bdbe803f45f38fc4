import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressParts,
  fillTemplate,
  type MediaSettings,
  type PictureRule,
  type PictureSettings,
  partsNamedIn,
} from '../shared/picture-settings.ts'
import type { Site } from '../shared/site.ts'
import { type HostName, hostNames } from './host-limits.ts'
import { problemOf, type Report } from './problems.ts'
import { group, list, readSettings, type Setting, text, whole } from './settings-file.ts'

/** All that `site.json` settles. */
export interface SiteSettings extends Omit<Site, 'origin' | 'base'> {
  pictures: PictureSettings
  media: MediaSettings
  /** Where the site will be served from, if that is said. */
  host: HostName | null
}

const isText = (isGood: (value: string) => boolean) => (value: string) => (isGood(value) ? value : null)

const template = text(
  null,
  `an http or https address in which \${…} names parts of the picture's own: ${addressParts.join(', ')}, each also with _ue at its end for percent-encoded`,
  isText(isTemplate),
)
const sourceHost = text(
  null,
  'a host such as img.example.org, or *.example.org for those below it',
  hostPattern,
)
const hosts = list(null, sourceHost)

const SETTINGS = group<SiteSettings>({
  name: text(
    '拾页 Shiye',
    'a name',
    isText(value => value.trim().length > 0),
  ),
  description: text(
    '一处安静的阅读之所。A quiet place to read.',
    'a text',
    isText(() => true),
  ),
  language: text('zh-CN', 'a language tag such as zh-CN or en', isText(isLanguage)),
  timeZone: text('Asia/Shanghai', 'an IANA time zone such as Asia/Shanghai', isText(isTimeZone)),
  pictures: group<PictureSettings>({
    proxy: template,
    rules: list<PictureRule, PictureRule[]>([], whole<PictureRule>({ host: sourceHost, template })),
    hosts,
  }),
  media: group<MediaSettings>({ hosts }),
  sync: list<string, string[]>(
    [],
    text(
      null,
      'the origin of a server that readers may sync through, such as https://dav.example.org',
      originOf,
    ),
  ),
  host: text(
    null,
    `one of ${hostNames.join(', ')}`,
    isText(value => (hostNames as string[]).includes(value)),
  ) as Setting<HostName | null>,
})

/** The file in the seeds folder that holds the settings of the site. */
export const SITE_FILE = 'site.json'

/**
 * Reads `site.json` of the seeds folder; what is missing or wrong has its default.
 *
 * @param report is told, with the line, of every setting that is unknown or will not do
 */
export function readSite(seedsDir: string, report: Report): SiteSettings {
  const file = join(seedsDir, SITE_FILE)
  if (!existsSync(file)) return SETTINGS.fallback
  const settings = readSettings(readFileSync(file, 'utf8'), SETTINGS, (line, reason) =>
    report(problemOf('site-setting', { line }, reason)),
  )
  return { ...settings, pictures: withTemplateHosts(settings.pictures) }
}

/** Who names a proxy wants its pictures: the host of a template may always be asked. */
function withTemplateHosts(pictures: PictureSettings): PictureSettings {
  if (!pictures.hosts) return pictures
  const templates = [pictures.proxy, ...pictures.rules.map(rule => rule.template)]
  const named = templates.map(each => each && /^https?:\/\/([^/?#$]+)(?=[/?#]|$)/.exec(each)?.[1])
  const added = named.flatMap(each => (each && hostPattern(each)) || [])
  return { ...pictures, hosts: [...new Set([...pictures.hosts, ...added])] }
}

/** Whether a template makes an address of any picture's, and of two pictures two. */
function isTemplate(value: string): boolean {
  const isKnown = partsNamedIn(value).every(name => (addressParts as readonly string[]).includes(name))
  // A brace that is left over belongs to a name that was not understood.
  if (!isKnown || /\$\{/.test(value.replace(/\$\{[^{}]*\}/g, ''))) return false
  const [one, other] = ['http://a.example:8080/b/c.jpg?d=e#f', 'https://g.example/h%20i.png'].map(address =>
    fillTemplate(value, new URL(address)),
  ) as [string, string]
  return one !== other && [one, other].every(isHttpAddress)
}

const isHttpAddress = (value: string) => URL.canParse(value) && /^https?:\/\/[^/]/i.test(value)

/** An origin as browsers write it. Passwords go there, so it is https, or this very machine. */
function originOf(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost')
  return isSafe && url!.origin === value.replace(/\/$/, '') ? url!.origin : null
}

/** A host as browsers write it, with `*.` before it if the pattern had that; null if it is none. */
function hostPattern(pattern: string): string | null {
  const [, any, name] = /^(\*\.)?([^*/?#@\s;,'"\\]+)$/.exec(pattern) ?? []
  if (!name || !URL.canParse(`https://${name}`)) return null
  const { host, pathname } = new URL(`https://${name}`)
  return pathname === '/' && /^[a-z0-9.:[\]_-]+$/.test(host) ? (any ?? '') + host : null
}

/**
 * The public origin from the environment variable `SITE_URL`, such as `https://example.org`.
 *
 * @throws if it is set to anything but an http(s) address
 */
export function readOrigin(siteUrl: string | undefined): string | null {
  if (!siteUrl) return null
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`SITE_URL must be an address such as https://example.org, not "${siteUrl}"`)
  return url.origin
}

function isLanguage(value: string) {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isTimeZone(value: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== null
  } catch {
    return false
  }
}
