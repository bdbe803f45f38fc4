// Runs every test: types, lint, unit, browser, and with --engines the stories in other engines. Each step runs even if one before it failed; the last line counts all.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'

const RESULTS = 'node_modules/.cache/test-results'
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

let passed = 0
let failed = 0
const unsteady = []

/** The builds that unit tests make by the hundred are many small files, with which a disk keeps the system busy. */
const MEMORY = '/dev/shm'

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2e9
  } catch {
    return false
  }
}

/** Runs a command to its end; `count` finds out what it counted, or the step itself counts as one. */
function step(name, command, args, count) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${RESULTS}/${name}.json`,
      ...(name === 'unit' && hasRoom(MEMORY) && { TMPDIR: MEMORY }),
    },
  })
  console.log(`== ${name} took ${Math.round((performance.now() - start) / 1000)} s`)
  const counted = count ? count() : { passed: status === 0 ? 1 : 0, failed: 0 }
  passed += counted.passed
  // A step that failed without a failed test (it did not start, say) is a failure all the same.
  failed += status === 0 ? counted.failed : Math.max(1, counted.failed)
}

function read(file, counts) {
  try {
    return counts(JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

step('types', 'npx', ['tsc', '-b'])
step('lint', 'npx', ['biome', 'ci'])
step(
  'unit',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`],
  () => read('unit.json', result => ({ passed: result.numPassedTests, failed: result.numFailedTests })),
)
/** A busy machine makes a story of hundreds fail now and then: it is told once more, and named at the end. */
const SECOND_TRY = '--retries=1'
/** More than these are no accident. */
const MOST_UNSTEADY = 2
const playwright = name => () =>
  read(`${name}.json`, ({ stats, suites }) => {
    unsteady.push(...suites.flatMap(unsteadyIn))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  })
const unsteadyIn = ({ specs, suites = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} › ${title}`),
  ...suites.flatMap(unsteadyIn),
]

step('browser', 'npx', ['playwright', 'test', '-c', 'e2e', SECOND_TRY], playwright('browser'))
if (process.argv.includes('--engines'))
  step(
    'engines',
    'npx',
    ['playwright', 'test', '-c', 'e2e/engines', '--pass-with-no-tests', SECOND_TRY],
    playwright('engines'),
  )

if (unsteady.length > MOST_UNSTEADY) {
  passed -= unsteady.length
  failed += unsteady.length
}
if (unsteady.length > 0)
  console.log(
    `\nPassed at the second try only, to be looked into:\n${unsteady.map(each => `  ${each}`).join('\n')}`,
  )
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
