import { fillTemplate, isHostOf, type PictureSettings } from '../../shared/picture-settings.ts'

/** A way to get at a picture: from its own host, by the rule for that host, through the proxy, or as the seed had it. */
export type Step = 'own' | 'rule' | 'proxy' | 'seed'

export interface Rung {
  step: Step
  address: string
}

/** The addresses that the build has left at a picture. */
export interface PictureAddresses {
  /** What the document shows, absolute. */
  src: string
  /** The picture's own address, without any proxy. */
  origin: string
  /** What the seed had, if that was another. */
  seed: string | undefined
}

/** Where the picture is to be shown. */
export interface Place {
  /** Origin of the page. */
  origin: string
  /** Only a page that itself came by http may ask for a picture by http: no mixed content. */
  mayUseHttp: boolean
}

/**
 * Every address under which a picture may be had, in the order to try them; none comes twice. A picture of the site
 * itself, or one that is no file at all (`data:`), has no other.
 */
export function ladderOf(
  { src, origin, seed }: PictureAddresses,
  settings: PictureSettings,
  place: Place,
): Rung[] {
  const own: Rung = { step: 'own', address: src }
  const address = URL.canParse(origin) ? new URL(origin) : null
  if (!address || !/^https?:$/.test(address.protocol) || address.origin === place.origin) return [own]
  const rule = settings.rules.find(({ host }) => isHostOf(host, address.host))
  const others: [Step, string | null | undefined][] = [
    ['rule', rule && fillTemplate(rule.template, address)],
    ['proxy', settings.proxy && fillTemplate(settings.proxy, address)],
    ['seed', seed ?? origin],
  ]
  const rungs = [own]
  for (const [step, wanted] of others) {
    if (!wanted || !URL.canParse(wanted)) continue
    const url = new URL(wanted)
    const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && place.mayUseHttp)
    const isAllowedHost = settings.hosts?.some(host => isHostOf(host, url.host)) ?? true
    if (isAllowed && isAllowedHost && rungs.every(rung => rung.address !== url.href))
      rungs.push({ step, address: url.href })
  }
  return rungs
}

/** The same rungs with one step first. */
export const startingWith = (step: Step | undefined, ladder: Rung[]): Rung[] => [
  ...ladder.filter(rung => rung.step === step),
  ...ladder.filter(rung => rung.step !== step),
]

/** The host whose pictures are rescued alike. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
