/** How pictures are rescued that do not come from their own address, and where pictures may come from at all. */
export interface PictureSettings {
  /** Template for the address of a service that fetches a picture on the reader's behalf, or null. */
  proxy: string | null
  /** How to mend addresses of certain hosts; the first that fits holds. */
  rules: PictureRule[]
  /** Hosts that pictures may come from, such as `*.example.org`; null is any. */
  hosts: string[] | null
}

/** For pictures of a host: the template of the address to ask instead. */
export interface PictureRule {
  host: string
  template: string
}

/** Where sound and video may come from; null is any host. */
export interface MediaSettings {
  hosts: string[] | null
}

/**
 * What a template may name in `${…}`: the parts of a `URL`; with `_ue` at its end a part is percent-encoded. The grammar
 * is RSSHub's, so its templates work here: https://docs.rsshub.app/deploy/config#features
 */
export const addressParts = [
  'href',
  'origin',
  'protocol',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
] as const

type AddressParts = Record<(typeof addressParts)[number], unknown>

const PLACE = /\$\{([^{}]*)\}/g

/** The names that a template puts into `${…}`, without `_ue`. */
export const partsNamedIn = (template: string): string[] =>
  [...template.matchAll(PLACE)].map(([, name]) => name!.replace(/_ue$/, ''))

/**
 * Fills a template with the parts of an address.
 *
 * @param template whose names are all known: the build has checked it
 * @param address a `URL`
 */
export const fillTemplate = (template: string, address: AddressParts): string =>
  template.replace(PLACE, (_, name: string) => {
    const part = String(address[name.replace(/_ue$/, '') as keyof AddressParts] ?? '')
    return name.endsWith('_ue') ? encodeURIComponent(part) : part
  })

/** Whether a host is meant by a pattern: itself or, by `*.example.org`, any host below `example.org`. */
export const isHostOf = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
