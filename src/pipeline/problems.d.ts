import { type RuleId, type Severity } from './rules.ts'
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
export declare const problemOf: (
  rule: RuleId,
  place: {
    line: number
    column?: number
  },
  reason: string,
) => Omit<Problem, 'file'>
/** `seeds/x.txt:12: no title`, or with `warning:` before the reason. */
export declare const formatProblem: ({ file, line, severity, reason }: Problem) => string
/**
 * A text that a terminal shows as it is: what a seed says could otherwise move the cursor, or turn the line around.
 */
export declare const printable: (text: string) => string
/** Every problem of a build, each once, to be told at its end. */
export declare class Problems {
  #private
  /** Collects the problems of one file. */
  reportFor(file: string): Report
  add(problem: Problem): void
  /** In order of file and place. */
  get all(): Problem[]
  get errors(): Problem[]
  /** Forgets everything, before all is read again. */
  clear(): void
}
/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export declare const compareText: (a: string, b: string) => number
