// Sorts what `rclone check --combined` found into lists for the upload, in the order in which it is safe:
//   node .github/sort-changes.mjs changes.txt folder
// Readers may come in the middle of an upload, so new pages are sent before the changed ones that lead to them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** More addresses than this, and a CDN is told to forget everything: it counts as one. */
const MAX_ADDRESSES = 1_000

/** More than this share of the site gone is rather a mistake, such as a folder of seeds that was not there. */
const MAX_REMOVED = 0.1

const [changesFile, folder] = process.argv.slice(2)
const changes = (existsSync(changesFile) ? readFileSync(changesFile, 'utf8') : '')
  .split('\n')
  .filter(Boolean)
  .map(line => ({ sign: line[0], path: line.slice(2) }))

const withSign = signs => changes.filter(({ sign }) => signs.includes(sign)).map(({ path }) => path)
const failed = withSign('!')
const kept = withSign('=')
const sent = withSign('+*')
// The scripts of an earlier version stay: a page that is open still needs them.
const removed = withSign('-').filter(path => !path.startsWith('assets/'))

if (changes.length === 0 || failed.length > 0) stop(`${failed[0] ?? 'The store'} could not be compared`)
const before = kept.length + withSign('*-').length
if (removed.length > 100 && removed.length > before * MAX_REMOVED && process.env.ALLOW_REMOVAL !== 'true')
  stop(
    `${removed.length} of ${before} published files would be deleted. If that is meant, run the workflow with "removal"`,
  )

const isNew = new Set(withSign('+'))
const lists = { assets: [], added: [], changed: [], manifest: [], worker: [] }
for (const path of sent) lists[listFor(path)].push(path)

mkdirSync(folder, { recursive: true })
for (const [name, paths] of Object.entries({ ...lists, removed, addresses: addressesOf() }))
  writeFileSync(join(folder, `${name}.txt`), paths.map(path => `${path}\n`).join(''))
console.log(
  `${sent.length} files to send (${Object.entries(lists)
    .map(([name, paths]) => `${paths.length} ${name}`)
    .join(', ')}), ${removed.length} to delete, ${kept.length} as they are`,
)

function listFor(path) {
  if (/^(assets|pictures)\//.test(path)) return 'assets' // their names are made from their content
  if (path.endsWith('.webmanifest')) return 'manifest' // a type that not every store knows
  if (path === 'sw.js') return 'worker'
  return isNew.has(path) ? 'added' : 'changed'
}

/** The addresses that a CDN may still hold in an older version. */
function addressesOf() {
  const stale = [...withSign('*'), ...removed].filter(path => listFor(path) !== 'assets')
  const addresses = stale.flatMap(path => {
    const address = `/${path.split('/').map(encodeURIComponent).join('/')}`
    // A page has two: its own, and that of the file, under which most CDNs keep it.
    return address.endsWith('/index.html') ? [address.slice(0, -'index.html'.length), address] : [address]
  })
  return addresses.length > MAX_ADDRESSES ? ['/*'] : addresses
}

function stop(reason) {
  console.error(`::error::${reason}`)
  process.exit(1)
}
