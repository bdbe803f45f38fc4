// Makes an engine's index in a process of its own, so that its time and memory can be told.
// node bench/search/make-index.mjs ENGINE SITE FOLDER
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { engines, reading } from './engines.mjs'

const [name, site, folder] = process.argv.slice(2)
const { writeIndex } = { ...engines, reading }[name]
await writeIndex(site, folder)

// Pagefind leaves its program to end alone; the time of a program counts once its end was seen.
const children = `/proc/self/task/${process.pid}/children`
while (existsSync(children) && readFileSync(children, 'utf8')) await setTimeout(10)
