// Runs every test: types, lint, unit, browser, and with --engines the stories in other engines. Each step runs even if one before it failed; the last line counts all.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const RESULTS = 'node_modules/.cache/test-results'
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

let passed = 0
let failed = 0

/** Runs a command to its end; `count` finds out what it counted, or the step itself counts as one. */
function step(name, command, args, count) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${RESULTS}/${name}.json` },
  })
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
const playwright = name => () =>
  read(`${name}.json`, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))

step('browser', 'npx', ['playwright', 'test', '-c', 'e2e'], playwright('browser'))
if (process.argv.includes('--engines'))
  step(
    'engines',
    'npx',
    ['playwright', 'test', '-c', 'e2e/engines', '--pass-with-no-tests'],
    playwright('engines'),
  )

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
