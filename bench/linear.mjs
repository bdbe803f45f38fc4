// Makes articles of seeds that are hard work, at a quarter, half and all of their size, and prints how time grows.
// npm run bench:linear [-- name]   Only the kinds whose name holds this.
// Ends with 1 if one takes more than 2 s or 1 GB, or more than 2.5 times as long when it is twice as large.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const MAX_MS = 2000
const MAX_MB = 1024
const MAX_RATIO = 2.5
/** Below this, in ms, what else the machine does counts for more than the work. */
const NOISE = 20

const root = join(import.meta.dirname, '..')
const outDir = mkdtempSync(join(tmpdir(), 'shiye-linear-'))
try {
  const { heavySeeds } = await import(pathToFileURL(await bundlePipeline()))
  const names = Object.keys(heavySeeds).filter(name => name.includes(process.argv[2] ?? ''))
  console.log(`\nNode ${process.version}, each kind in a process of its own\n`)
  console.log('| kind | size | KB | ms at ¼ | ms at ½ | ms | per doubling | MB at most | |')
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|---|')
  const failed = names.filter(name => !printRow(name, heavySeeds[name].size))
  console.log(`\n${names.length} kinds, ${failed.length} beyond ${MAX_MS} ms, ${MAX_MB} MB or ×${MAX_RATIO}`)
  process.exitCode = failed.length > 0 ? 1 : 0
} finally {
  rmSync(outDir, { recursive: true, force: true })
}

/** The pipeline as one file that Node can run. */
async function bundlePipeline() {
  const entry = join(outDir, 'entry.ts')
  const modules = ['heavy-seeds', 'read-seed', 'clean-seed', 'pictures']
  writeFileSync(entry, modules.map(name => `export * from '${root}/src/pipeline/${name}.ts'`).join('\n'))
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'pipeline.mjs' } },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'pipeline.mjs')
}

/** @returns whether the kind keeps to the limits */
function printRow(name, size) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'linear-worker.mjs'), join(outDir, 'pipeline.mjs'), name],
    { encoding: 'utf8', timeout: 120_000 },
  )
  if (status !== 0) {
    const reason = stderr.match(/^.*(?:Error|FATAL).*$/m)?.[0] ?? 'no end within 2 minutes'
    console.log(`| ${name} | ${size} | | | | | | | ${reason} |`)
    return false
  }
  const { bytes, ms, megabytes } = JSON.parse(stdout)
  const [quarter, half, whole] = ms
  const ratio = whole < NOISE ? null : Math.sqrt(whole / Math.max(quarter, NOISE / 4))
  const isGood = whole <= MAX_MS && megabytes <= MAX_MB && (ratio ?? 0) <= MAX_RATIO
  const cells = [
    name,
    size,
    Math.round(bytes / 1000),
    ...[quarter, half, whole].map(Math.round),
    ratio?.toFixed(2) ?? '–',
    megabytes,
  ]
  console.log(`| ${cells.join(' | ')} | ${isGood ? '' : '✗'} |`)
  return isGood
}
