import { type Problem, printable } from '../problems.ts'
import { RULES, type RuleId, type Severity } from '../rules.ts'
import type { CheckResult } from './check-folder.ts'

const ORDER: Severity[] = ['error', 'warning', 'info']

/** How many problems there are of each weight, and of each rule: heavy ones first, then frequent ones. */
function countsOf(problems: Problem[]) {
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const rules = new Map<RuleId, number>()
  for (const { severity, rule } of problems) {
    severities[severity]++
    rules.set(rule, (rules.get(rule) ?? 0) + 1)
  }
  const weight = (rule: RuleId) => ORDER.indexOf(RULES[rule].severity)
  const sorted = [...rules].sort(([a, x], [b, y]) => weight(a) - weight(b) || y - x || (a < b ? -1 : 1))
  return { severities, rules: sorted }
}

/** One line for each problem, then what there is of each. */
export function asText(result: CheckResult): string {
  const { severities, rules } = countsOf(result.problems)
  const { error, warning, info } = severities
  return [
    ...result.problems.map(lineOf),
    ...(result.problems.length > 0 ? [''] : []),
    ...rules.map(
      ([rule, count]) => `${String(count).padStart(7)}  ${RULES[rule].severity.padEnd(7)}  ${rule}`,
    ),
    `${result.articles} of ${result.seeds} seeds are articles: ${error} errors, ${warning} warnings, ${info} infos`,
    '',
  ].join('\n')
}

const lineOf = ({ file, line, column = 1, severity, rule, reason }: Problem) =>
  `${printable(`${file}:${line}:${column}  ${severity}  ${rule}  ${reason}`)}. ${RULES[rule].mend}`

/** A shape that scripts can rely on: `docs/check.md` describes it; a change to it raises `version`. */
export function asJson(result: CheckResult): string {
  const { severities, rules } = countsOf(result.problems)
  return `${JSON.stringify(
    {
      version: 1,
      seeds: result.seeds,
      articles: result.articles,
      errors: severities.error,
      warnings: severities.warning,
      infos: severities.info,
      rules: Object.fromEntries(rules),
      problems: result.problems.map(({ file, line, column = 1, severity, rule, reason }) => ({
        file,
        line,
        column,
        severity,
        rule,
        message: reason,
        mend: RULES[rule].mend,
      })),
    },
    null,
    2,
  )}\n`
}

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0, as code hosts and editors read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function asSarif(result: CheckResult): string {
  const ids = Object.keys(RULES) as RuleId[]
  const rules = ids.map(id => ({
    id,
    shortDescription: { text: RULES[id].says },
    help: { text: RULES[id].mend },
    defaultConfiguration: { level: LEVELS[RULES[id].severity] },
  }))
  const results = result.problems.map(({ file, line, column = 1, severity, rule, reason }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: `${reason}. ${RULES[rule].mend}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'shiye-check', rules } }, columnKind: 'utf16CodeUnits', results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
