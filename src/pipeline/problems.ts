import { detached } from './detached.ts'
import { RULES, type RuleId, type Severity } from './rules.ts'

/** Something wrong with an input file. An error leaves the seed out of the site; the others do not. */
export interface Problem {
  file: string
  /** Counted from 1. */
  line: number
  /** Counted from 1, in UTF-16 code units as editors count; without it the whole line is meant. */
  column?: number
  severity: Severity
  rule: RuleId
  reason: string
}

/** Takes one problem of a file that the caller knows. */
export type Report = (problem: Omit<Problem, 'file'>) => void

/** A problem as its rule weighs it. */
export const problemOf = (
  rule: RuleId,
  place: { line: number; column?: number },
  reason: string,
): Omit<Problem, 'file'> => {
  const { line, column } = place
  return { line, ...(column && { column }), severity: RULES[rule].severity, rule, reason }
}

/** `seeds/x.txt:12: no title`, or with `warning:` before the reason. */
export const formatProblem = ({ file, line, severity, reason }: Problem): string =>
  printable(`${file}:${line}: ${severity === 'error' ? '' : `${severity}: `}${reason}`)

/**
 * A text that a terminal shows as it is: what a seed says could otherwise move the cursor, or turn the line around.
 */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')

/** Every problem of a build, each once, to be told at its end. */
export class Problems {
  readonly #byText = new Map<string, Problem>()

  /** Collects the problems of one file. */
  reportFor(file: string): Report {
    return problem => this.add({ file, ...problem })
  }

  add(problem: Problem): void {
    const column = problem.column === undefined ? '' : `:${problem.column}`
    this.#byText.set(`${formatProblem(problem)}${column}`, detached(problem))
  }

  /** In order of file and place. */
  get all(): Problem[] {
    return [...this.#byText.values()].sort(
      (a, b) => compareText(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
    )
  }

  get errors(): Problem[] {
    return this.all.filter(problem => problem.severity === 'error')
  }

  /** Forgets everything, before all is read again. */
  clear(): void {
    this.#byText.clear()
  }
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
