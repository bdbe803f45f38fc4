import { expect, test } from 'vitest'
import { HOSTS, hostNames, hostReport, type SiteSize, sizeOf } from './host-limits.ts'

const site = (size: Partial<SiteSize> = {}): SiteSize => ({
  files: 1_000,
  bytes: 40e6,
  largest: { path: 'assets/react.js', bytes: 346_037 },
  ...size,
})
const about = (lines: string[], what: string) => lines.filter(line => line.includes(what))

test('the first line tells files, size and the largest file, whatever the host', () => {
  const size = site({ files: 24_160, bytes: 312.4e6, largest: { path: 'a/0/index.html', bytes: 1_230_000 } })
  for (const host of [null, ...hostNames])
    expect(hostReport(host, size)[0]).toBe('24,160 files, 312 MB; largest 1.2 MB (a/0/index.html)')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [9_949, '9.9 kB'],
  [9_950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [4.2e9, '4.2 GB'],
  [43e12, '43 TB'],
  [5e15, '5000 TB'],
])('%d bytes are written %s', (bytes, written) => {
  expect(hostReport(null, site({ files: 1, bytes }))[0]).toContain(`1 files, ${written};`)
})

test('well below the limits each is told with its share, and nothing is asked for', () => {
  expect(hostReport('cloudflare-pages', site())).toEqual([
    '1,000 files, 40 MB; largest 346 kB (assets/react.js)',
    'Cloudflare Pages, see https://developers.cloudflare.com/pages/platform/limits/',
    '  files: 1,000 of 20,000 (5 %), free plan',
    '  files: 1,000 of 100,000 (1 %), paid plan',
    '  largest file: 346 kB of 25 MiB (1 %)',
  ])
})

test.each([
  [15_999, '(79 %), free plan', false],
  [16_000, '(80 %), free plan: close to the limit', true],
  [20_000, '(100 %), free plan: close to the limit', true],
  [20_001, '(100 %), free plan: OVER THE LIMIT', true],
])('%d of 20,000 files: %s', (files, ending, isAdvised) => {
  const lines = hostReport('cloudflare-pages', site({ files }))
  expect(lines[2]).toMatch(/^ {2}files: /)
  expect(lines[2]!.endsWith(ending)).toBe(true)
  expect(about(lines, 'What to do: take the paid plan, or')).toHaveLength(isAdvised ? 1 : 0)
})

test('above every plan only another kind of host is left', () => {
  const lines = hostReport('cloudflare-workers', site({ files: 240_000 }))
  expect(about(lines, 'OVER THE LIMIT')).toHaveLength(2)
  const advice = about(lines, 'What to do')
  expect(advice).toHaveLength(1)
  expect(advice[0]).toMatch(
    /^ {2}What to do: put the site into an object store behind a CDN.*docs\/scaling\.md/,
  )
})

test('a file that is too large is named, in the limit and in the advice', () => {
  const largest = { path: 'pictures/0123456789abcdef.gif', bytes: 27e6 }
  const lines = hostReport('cloudflare-pages', site({ largest }))
  expect(about(lines, 'largest file: 27 MB of 25 MiB (102 %): OVER THE LIMIT')).toHaveLength(1)
  expect(about(lines, 'What to do: make pictures/0123456789abcdef.gif smaller')).toHaveLength(1)
})

test('a gigabyte is too much for GitHub Pages, whose other limits are told as well', () => {
  const lines = hostReport('github-pages', site({ bytes: 1.2e9 }))
  expect(about(lines, 'size: 1.2 GB of 1.0 GB (120 %): OVER THE LIMIT')).toHaveLength(1)
  expect(about(lines, '10 minutes')).toHaveLength(1)
  expect(about(lines, 'What to do')[0]).toContain('Pictures beside the seeds')
})

test('folders count where the host counts them, if they were counted', () => {
  const size = site({ files: 120_000, folders: 90_000 })
  expect(
    about(hostReport('gitlab-pages', size), 'files and folders: 210,000 of 200,000 (105 %)'),
  ).toHaveLength(1)
  expect(about(hostReport('gitlab-pages', site({ files: 120_000 })), 'folders')).toEqual([])
})

test('a full folder is told where the host minds it', () => {
  const fullest = { path: 'data/a', files: 54_001 }
  const lines = hostReport('netlify', site({ fullest }))
  expect(about(lines, 'files in one folder: 54,001 of 54,000 (100 %): OVER THE LIMIT')).toHaveLength(1)
  expect(about(lines, 'What to do: data/a/ holds the most files')).toHaveLength(1)
})

test.each(hostNames.filter(name => HOSTS[name].limits.length === 0))('%s takes any site', name => {
  const lines = hostReport(name, site({ files: 20_000_000, bytes: 4e12, folders: 1e7 }))
  expect(lines[1]).toContain('has no limit to files or size')
  expect(lines.join()).not.toMatch(/OVER|close|What to do/)
})

test('without a host only a site that passes the limit of one is told so, and how to name it', () => {
  expect(hostReport(null, site({ files: 15_000 }))).toHaveLength(1)
  const [, hint, ...others] = hostReport(null, site({ files: 15_001 }))
  expect(others).toEqual([])
  expect(hint).toMatch(
    /^This passes a limit of Vercel[^.,]*, uploaded by its command\. Name yours as "host" in site\.json/,
  )
  for (const name of hostNames) expect(hint).toContain(name)
})

test('a path that could move the cursor of a terminal does not', () => {
  expect(hostReport(null, site({ largest: { path: 'a\u001b[2J', bytes: 1 } }))[0]).toContain('(a\ufffd[2J)')
})

test('the size of a site is the sum of its files', () => {
  expect(
    sizeOf([
      ['index.html', 10],
      ['a/1/index.html', 20],
      ['data/a/1.json', 30],
      ['data/a/2.json', 5],
      ['data/tree.json', 7],
    ]),
  ).toEqual({
    files: 5,
    bytes: 72,
    largest: { path: 'data/a/1.json', bytes: 30 },
    folders: 4, // a, a/1, data, data/a
    fullest: { path: 'data/a', files: 2 },
  })
})
