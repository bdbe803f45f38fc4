import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { progressOn, type Stream } from '../progress.ts'
import { checkFolder } from './check-folder.ts'
import { asJson, asSarif, asText } from './tell.ts'

const USAGE = `Usage: npm run check [-- FOLDER] [-- --json | --sarif] [--strict]

Checks every file of a seeds folder (SEEDS_DIR, or seeds) and tells each problem as
  file:line:column  severity  rule  what and how to mend

  --json     tell them as JSON (docs/check.md has the shape)
  --sarif    tell them as SARIF 2.1.0
  --strict   warnings count as errors
  --help     tell this

Exits with 0 without errors, with 1 if there are any, with 2 if it cannot do what was asked.
`

/** What a command needs of its process. */
export interface Surroundings {
  env: Record<string, string | undefined>
  stdout: { write: (text: string) => unknown }
  stderr: Stream
}

/** The command `check`. @returns its exit code */
export async function check(args: string[], { env, stdout, stderr }: Surroundings): Promise<number> {
  const misuse = (reason: string) => {
    stderr.write(`check: ${reason}\n\n${USAGE}`)
    return 2
  }
  let options: ReturnType<typeof readArgs>
  try {
    options = readArgs(args)
  } catch (error) {
    return misuse((error as Error).message)
  }
  const { values, positionals } = options
  if (values.help) {
    stdout.write(USAGE)
    return 0
  }
  if (positionals.length > 1) return misuse('only one folder can be checked at a time')
  if (values.json && values.sarif) return misuse('--json and --sarif exclude each other')
  const folder = positionals[0] ?? (env.SEEDS_DIR || 'seeds')
  if (!isFolder(folder)) return misuse(`there is no folder ${JSON.stringify(folder)}`)

  const result = await checkFolder(folder, Date.now(), progressOn(stderr, false))
  stdout.write(values.json ? asJson(result) : values.sarif ? asSarif(result) : asText(result))
  const isBad = ({ severity }: { severity: string }) =>
    severity === 'error' || (values.strict && severity === 'warning')
  return result.problems.some(isBad) ? 1 : 0
}

const readArgs = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      sarif: { type: 'boolean' },
      strict: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
