/** Something wrong with an input file. An error leaves the seed out of the site; a warning does not. */
export interface Problem {
  file: string
  /** Counted from 1. */
  line: number
  severity: 'error' | 'warning'
  reason: string
}

/** Takes one problem of a file that the caller knows. */
export type Report = (problem: Omit<Problem, 'file'>) => void

/** `seeds/x.txt:12: no title`, or with `warning:` before the reason. */
export const formatProblem = ({ file, line, severity, reason }: Problem): string =>
  `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${reason}`

/** Every problem of a build, each once, to be told at its end. */
export class Problems {
  readonly #byText = new Map<string, Problem>()

  /** Collects the problems of one file. */
  reportFor(file: string): Report {
    return problem => this.add({ file, ...problem })
  }

  add(problem: Problem): void {
    this.#byText.set(formatProblem(problem), problem)
  }

  /** In order of file and line. */
  get all(): Problem[] {
    return [...this.#byText.values()].sort((a, b) => compareText(a.file, b.file) || a.line - b.line)
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
