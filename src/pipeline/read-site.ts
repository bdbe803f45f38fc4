import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import type { Site } from '../shared/site.ts'
import type { Report } from './problems.ts'

type Settings = Omit<Site, 'origin' | 'base'>

const DEFAULTS: Settings = {
  name: '拾页 Shiye',
  description: '一处安静的阅读之所。A quiet place to read.',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
}

/** Whether a value will do for the setting, and what to write otherwise. */
const CHECKS: Record<keyof Settings, [(value: string) => boolean, string]> = {
  name: [value => value.trim().length > 0, 'a name'],
  description: [() => true, 'a text'],
  language: [isLanguage, 'a language tag such as zh-CN or en'],
  timeZone: [isTimeZone, 'an IANA time zone such as Asia/Shanghai'],
}

/** The file in the seeds folder that holds the settings of the site. */
export const SITE_FILE = 'site.json'

/**
 * Reads `site.json` of the seeds folder; what is missing or wrong has its default.
 *
 * @param report is told, with the line, of every setting that is unknown or will not do
 */
export function readSite(seedsDir: string, report: Report): Settings {
  const file = join(seedsDir, SITE_FILE)
  if (!existsSync(file)) return DEFAULTS
  const text = readFileSync(file, 'utf8')
  const warn = (offset: number, reason: string) =>
    report({
      line: text.slice(0, offset).split('\n').length,
      severity: 'warning',
      rule: 'site-setting',
      reason,
    })

  // JSON is YAML 1.2; this parser, unlike JSON.parse, tells where each value stands.
  const document = parseDocument(text, { prettyErrors: false })
  for (const error of document.errors) warn(error.pos[0], `not valid JSON: ${error.message}`)
  if (!isMap(document.contents)) return DEFAULTS
  const settings = { ...DEFAULTS }
  for (const { key, value } of document.contents.items as {
    key: Scalar
    value: Scalar | null
  }[]) {
    const name = String(key.value)
    const offset = key.range?.[0] ?? 0
    if (!Object.hasOwn(CHECKS, name)) {
      warn(offset, `unknown setting "${name}"; known are ${Object.keys(CHECKS).join(', ')}`)
      continue
    }
    const [isGood, wanted] = CHECKS[name as keyof Settings]
    if (typeof value?.value === 'string' && isGood(value.value))
      settings[name as keyof Settings] = value.value
    else warn(offset, `${name} must be ${wanted}; "${DEFAULTS[name as keyof Settings]}" is used`)
  }
  return settings
}

interface Scalar {
  value: unknown
  range?: [number, number, number] | null
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
