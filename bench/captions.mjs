// Holds the pictures and captions of cleaned seeds against those that people labelled.
// npm run bench:captions -- --seeds DIR --gold FILE [--list]
//
// FILE is JSON: { "<file name>": [ { "src": address, "caption": text or null, "picture": false? }, … ] }, an entry for each
// <img> in order; "picture": false marks what must not become a figure. --list prints every difference.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const { values: options } = parseArgs({
  options: { seeds: { type: 'string' }, gold: { type: 'string' }, list: { type: 'boolean', default: false } },
})
if (!options.seeds || !options.gold) {
  console.error('usage: npm run bench:captions -- --seeds DIR --gold FILE [--list]')
  process.exit(2)
}

const load = async file =>
  (await runnerImport(new URL(`../src/pipeline/${file}`, import.meta.url).pathname)).module
const { elementsOf, getAttribute, parseHtml, plainText } = await load('html.ts')
const { readSeed } = await load('read-seed.ts')
const { normalise } = await load('normalise/index.ts')
const { sanitise } = await load('sanitise.ts')
const { allAddressesOf, withoutProxy } = await load('normalise/picture-address.ts')

const gold = JSON.parse(readFileSync(options.gold, 'utf8'))
const count = { found: 0, missed: 0, extra: 0, right: 0, wrong: 0, absent: 0, unread: 0 }
const list = (file, what, ...details) =>
  options.list && console.log([basename(file), what, ...details].join('\t'))

for (const [file, entries] of Object.entries(gold)) {
  const seed = readSeed(file, readFileSync(join(options.seeds, file)), 'Asia/Shanghai', () => undefined)
  if (!seed) {
    count.unread++
    continue
  }
  compare(file, entries, figuresOf(seed), namesOf(seed.body))
}

const precision = count.right / (count.right + count.wrong || 1)
const recall = count.right / (count.right + count.absent || 1)
const f1 = (2 * precision * recall) / (precision + recall || 1)
console.log(`seeds     ${Object.keys(gold).length}, of which ${count.unread} could not be read`)
console.log(`figures   found ${count.found}, missed ${count.missed}, extra ${count.extra}`)
console.log(`captions  right ${count.right}, wrong or invented ${count.wrong}, missed ${count.absent}`)
console.log(`captions  precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`)

function compare(file, entries, figures, names) {
  const left = [...figures]
  for (const { src, caption, picture = true } of entries) {
    const own = withoutProxy(src)
    const addresses = names.get(own) ?? new Set([own])
    const at = left.findIndex(figure => addresses.has(figure.address))
    const figure = at < 0 ? undefined : left.splice(at, 1)[0]
    if (!picture) {
      if (figure) count.extra++
      if (figure) list(file, 'extra figure', src)
      continue
    }
    if (figure) count.found++
    else {
      count.missed++
      list(file, 'missed figure', src)
    }
    const [wanted, got] = [tidy(caption), tidy(figure?.caption)]
    if (wanted && got === wanted) count.right++
    else {
      if (wanted) count.absent++
      if (got) count.wrong++
      if (wanted || got) list(file, 'caption', `wanted: ${wanted}`, `got: ${got}`)
    }
  }
  for (const { address } of left) list(file, 'extra figure', address)
  count.extra += left.length
}

/** The figures that a reader sees. */
function figuresOf(seed) {
  const tree = parseHtml(seed.body)
  normalise(tree, seed.title)
  sanitise(tree)
  return elementsOf(tree, 'figure').flatMap(figure =>
    elementsOf(figure, 'img').map(image => ({
      address: getAttribute(image, 'data-origin'),
      caption: elementsOf(figure, 'figcaption').map(plainText)[0],
    })),
  )
}

/** For every address of a raw image all addresses of that image: loaders and sources name several. */
function namesOf(body) {
  const names = new Map()
  for (const image of elementsOf(parseHtml(body), 'img')) {
    const all = new Set(allAddressesOf(image))
    for (const address of all) names.set(address, all)
  }
  return names
}

function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
