import { expect, test } from 'vitest'
import { compareText, formatProblem, Problems } from './problems.ts'

test('a problem is one line that names file, line and reason', () => {
  const problem = { file: 'seeds/a.txt', line: 12, reason: 'no title' }
  expect(formatProblem({ ...problem, severity: 'error' })).toBe('seeds/a.txt:12: no title')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('seeds/a.txt:12: warning: no title')
})

test('problems are told once each, by file and line, whatever order they came in', () => {
  const problems = new Problems()
  problems.reportFor('b.txt')({ line: 1, severity: 'error', reason: 'x' })
  const report = problems.reportFor('a.txt')
  report({ line: 10, severity: 'warning', reason: 'y' })
  report({ line: 9, severity: 'error', reason: 'z' })
  report({ line: 10, severity: 'warning', reason: 'y' })
  expect(problems.all.map(formatProblem)).toEqual(['a.txt:9: z', 'a.txt:10: warning: y', 'b.txt:1: x'])
})

test('warnings are no errors', () => {
  const problems = new Problems()
  problems.add({ file: 'a', line: 1, severity: 'warning', reason: 'x' })
  expect(problems.errors).toEqual([])
  problems.add({ file: 'a', line: 1, severity: 'error', reason: 'x' })
  expect(problems.errors.map(formatProblem)).toEqual(['a:1: x'])
})

test('what was forgotten can be told again', () => {
  const problems = new Problems()
  const report = problems.reportFor('a')
  report({ line: 1, severity: 'error', reason: 'x' })
  problems.clear()
  expect(problems.all).toEqual([])
  report({ line: 1, severity: 'error', reason: 'x' })
  expect(problems.all).toHaveLength(1)
})

test('text is ordered by code units, not by a locale', () => {
  expect(['a', 'B', 'é', '中', 'Z', 'b'].sort(compareText)).toEqual(['B', 'Z', 'a', 'b', 'é', '中'])
  expect(compareText('a', 'a')).toBe(0)
})
