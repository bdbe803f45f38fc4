import { printable } from './problems.ts'

/** What hosts set limits to. */
export interface SiteSize {
  files: number
  bytes: number
  largest: { path: string; bytes: number }
  /** How many folders there are, where that is known: one host counts them as well. */
  folders?: number
  /** The folder with the most files directly in it, where that is known. */
  fullest?: { path: string; files: number }
}

/** Something a host limits. */
type Measure = 'files' | 'bytes' | 'largest' | 'entries' | 'fullest'

interface Limit {
  of: Measure
  most: number
  /** As the host writes it, where that is not what we would write. */
  written?: string
  /** The plan whose limit it is; plans stand from small to large. */
  plan?: string
}

interface Host {
  title: string
  /** Where its limits are published. */
  source?: string
  /** None: the host takes any number of files of any size that a site can have. */
  limits: Limit[]
  /** A limit that no size of the site shows. */
  also?: string
}

const GB = 1e9
const MB = 1e6
const MIB = 2 ** 20

const cloudflare: Limit[] = [
  { of: 'files', most: 20_000, plan: 'free plan' },
  { of: 'files', most: 100_000, plan: 'paid plan' },
  { of: 'largest', most: 25 * MIB, written: '25 MiB' },
]
const REQUESTS =
  'a first upload is one write request for each file, later ones for each file that changed; set a CDN before it'

/** The hosts whose limits are known, by the name that `host` in `site.json` gives them. */
export const HOSTS = {
  'cloudflare-pages': {
    title: 'Cloudflare Pages',
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
    limits: cloudflare,
  },
  'cloudflare-workers': {
    title: 'Cloudflare Workers with static assets',
    source: 'https://developers.cloudflare.com/workers/platform/limits/#static-assets',
    limits: cloudflare,
  },
  'github-pages': {
    title: 'GitHub Pages',
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
    limits: [{ of: 'bytes', most: GB }],
    also: 'a deployment ends after 10 minutes, and 100 GB of traffic a month is a soft limit',
  },
  'gitlab-pages': {
    title: 'GitLab Pages on GitLab.com',
    source: 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages',
    limits: [
      { of: 'bytes', most: GB },
      { of: 'entries', most: 200_000 },
    ],
  },
  netlify: {
    title: 'Netlify',
    source: 'https://docs.netlify.com/site-deploys/overview/',
    limits: [{ of: 'fullest', most: 54_000 }],
  },
  vercel: {
    title: 'Vercel, uploaded by its command',
    source: 'https://vercel.com/docs/limits',
    limits: [
      { of: 'files', most: 15_000 },
      { of: 'bytes', most: 100 * MB, plan: 'Hobby plan' },
      { of: 'bytes', most: GB, plan: 'Pro plan' },
    ],
    also: '--archive=tgz sends the files as one',
  },
  firebase: {
    title: 'Firebase Hosting',
    source: 'https://firebase.google.com/docs/hosting/usage-quotas-pricing',
    limits: [{ of: 'bytes', most: 10 * GB, plan: 'Spark plan' }],
    also: 'each release that is kept counts again, and 360 MB of traffic a day are free',
  },
  'azure-static-web-apps': {
    title: 'Azure Static Web Apps',
    source: 'https://learn.microsoft.com/en-us/azure/static-web-apps/quotas',
    limits: [
      { of: 'bytes', most: 250 * MB, plan: 'free plan' },
      { of: 'bytes', most: 500 * MB, plan: 'Standard plan' },
    ],
  },
  r2: {
    title: 'Cloudflare R2',
    source: 'https://developers.cloudflare.com/r2/platform/limits/',
    limits: [],
    also: REQUESTS,
  },
  s3: {
    title: 'Amazon S3',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
    limits: [],
    also: REQUESTS,
  },
  oss: {
    title: 'Alibaba Cloud OSS',
    source: 'https://help.aliyun.com/en/oss/user-guide/limits',
    limits: [],
    also: REQUESTS,
  },
  cos: {
    title: 'Tencent Cloud COS',
    source: 'https://cloud.tencent.com/document/product/436/14518',
    limits: [],
    also: REQUESTS,
  },
  'object-store': { title: 'An object store', limits: [], also: REQUESTS },
  server: {
    title: 'A server of your own',
    limits: [],
    also: 'every file and every folder takes an inode; df -i tells how many are left',
  },
} satisfies Record<string, Host>

export type HostName = keyof typeof HOSTS

export const hostNames = Object.keys(HOSTS) as HostName[]

/**
 * Adds up what a site holds.
 *
 * @param files each with its path, relative and with `/` between its parts, and its size
 */
export function sizeOf(files: Iterable<[path: string, bytes: number]>): SiteSize {
  const size = { files: 0, bytes: 0, largest: { path: '', bytes: 0 }, fullest: { path: '', files: 0 } }
  const filesIn = new Map<string, number>()
  const folders = new Set<string>()
  for (const [path, bytes] of files) {
    size.files++
    size.bytes += bytes
    if (bytes > size.largest.bytes) size.largest = { path, bytes }
    const folder = parentOf(path)
    const inFolder = (filesIn.get(folder) ?? 0) + 1
    filesIn.set(folder, inFolder)
    if (inFolder > size.fullest.files) size.fullest = { path: folder, files: inFolder }
    for (let each = folder; each && !folders.has(each); each = parentOf(each)) folders.add(each)
  }
  return { ...size, folders: folders.size }
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * What a site takes, and where its host is known how much that is of what the host allows and what to do about it.
 *
 * @returns lines to be told before anything is uploaded
 */
export function hostReport(host: HostName | null, size: SiteSize): string[] {
  const largest = `${inBytes(size.largest.bytes)} (${printable(size.largest.path)})`
  const all = `${count(size.files)} files, ${inBytes(size.bytes)}; largest ${largest}`
  return [all, ...(host ? linesOf(HOSTS[host], size) : hintOf(size))]
}

function linesOf({ title, source, limits, also }: Host, size: SiteSize): string[] {
  const known = limits.filter(limit => amountOf(size, limit.of) !== undefined)
  return [
    `${title}${limits.length === 0 ? ' has no limit to files or size' : ''}${source ? `, see ${source}` : ''}`,
    ...known.map(limit => `  ${compare(limit, size)}`),
    ...(also ? [`  Note: ${also}.`] : []),
    ...adviceOf(known, size).map(line => `  What to do: ${line}`),
  ]
}

/** Without a named host: whose limits are already passed. */
function hintOf(size: SiteSize): string[] {
  const passed = (Object.values(HOSTS) as Host[])
    .filter(({ limits }) => limits.some(limit => shareOf(limit, size) > 1))
    .map(({ title }) => title)
  if (passed.length === 0) return []
  return [
    `This passes a limit of ${passed.join(', ')}. Name yours as "host" in site.json (${hostNames.join(', ')}) to see it.`,
  ]
}

const CLOSE = 0.8

function compare(limit: Limit, size: SiteSize): string {
  const share = shareOf(limit, size)
  const write = limit.of === 'bytes' || limit.of === 'largest' ? inBytes : count
  const state = share > 1 ? ': OVER THE LIMIT' : share >= CLOSE ? ': close to the limit' : ''
  const amount = `${write(amountOf(size, limit.of)!)} of ${limit.written ?? write(limit.most)}`
  const plan = limit.plan ? `, ${limit.plan}` : ''
  return `${NAMES[limit.of]}: ${amount} (${Math.floor(share * 100)} %)${plan}${state}`
}

/** One piece of advice for each thing that is too much, or nearly. */
function adviceOf(limits: Limit[], size: SiteSize): string[] {
  const tight = limits.filter(limit => shareOf(limit, size) >= CLOSE)
  return [...new Set(tight.map(limit => limit.of))].map(measure => {
    const roomy = limits.find(limit => limit.of === measure && shareOf(limit, size) < CLOSE)
    if (roomy?.plan) return `take the ${roomy.plan}, or ${advice[measure](size)}`
    return advice[measure](size)
  })
}

const ELSEWHERE =
  'put the site into an object store behind a CDN, or make several sites of it, one for each section; see docs/scaling.md'

const advice: Record<Measure, (size: SiteSize) => string> = {
  files: () => ELSEWHERE,
  entries: () => ELSEWHERE,
  bytes: () => `${ELSEWHERE}. Pictures beside the seeds can go to a host of their own`,
  largest: ({ largest }) =>
    `make ${printable(largest.path)} smaller, or put it elsewhere and let the article name its address`,
  fullest: ({ fullest }) => `${printable(fullest!.path)}/ holds the most files: ${ELSEWHERE}`,
}

const NAMES: Record<Measure, string> = {
  files: 'files',
  bytes: 'size',
  largest: 'largest file',
  entries: 'files and folders',
  fullest: 'files in one folder',
}

function amountOf(size: SiteSize, measure: Measure): number | undefined {
  switch (measure) {
    case 'largest':
      return size.largest.bytes
    case 'fullest':
      return size.fullest?.files
    case 'entries':
      return size.folders === undefined ? undefined : size.files + size.folders
    default:
      return size[measure]
  }
}

const shareOf = ({ of, most }: Limit, size: SiteSize) => (amountOf(size, of) ?? 0) / most

const count = (value: number) => value.toLocaleString('en-US')

/** In decimal units, as hosts count: `1.2 MB`, `312 MB`. */
function inBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
