import { expect, test } from 'vitest'
import { compareText, formatProblem, Problems, problemOf } from './problems.ts'
import { RULES } from './rules.ts'

test('a problem is one line that names file, line and reason', () => {
  const problem = { file: 'seeds/a.txt', line: 12, rule: 'title-missing', reason: 'no title' } as const
  expect(formatProblem({ ...problem, severity: 'error' })).toBe('seeds/a.txt:12: no title')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('seeds/a.txt:12: warning: no title')
})

test('problems are told once each, by file and line, whatever order they came in', () => {
  const problems = new Problems()
  problems.reportFor('b.txt')({ line: 1, severity: 'error', rule: 'title-missing', reason: 'x' })
  const report = problems.reportFor('a.txt')
  report({ line: 10, severity: 'warning', rule: 'title-long', reason: 'y' })
  report({ line: 9, severity: 'error', rule: 'title-missing', reason: 'z' })
  report({ line: 10, severity: 'warning', rule: 'title-long', reason: 'y' })
  expect(problems.all.map(formatProblem)).toEqual(['a.txt:9: z', 'a.txt:10: warning: y', 'b.txt:1: x'])
})

test('warnings are no errors', () => {
  const problems = new Problems()
  problems.add({ file: 'a', line: 1, severity: 'warning', rule: 'title-long', reason: 'x' })
  expect(problems.errors).toEqual([])
  problems.add({ file: 'a', line: 1, severity: 'error', rule: 'title-missing', reason: 'x' })
  expect(problems.errors.map(formatProblem)).toEqual(['a:1: x'])
})

test('what was forgotten can be told again', () => {
  const problems = new Problems()
  const report = problems.reportFor('a')
  report({ line: 1, severity: 'error', rule: 'title-missing', reason: 'x' })
  problems.clear()
  expect(problems.all).toEqual([])
  report({ line: 1, severity: 'error', rule: 'title-missing', reason: 'x' })
  expect(problems.all).toHaveLength(1)
})

test('text is ordered by code units, not by a locale', () => {
  expect(['a', 'B', 'é', '中', 'Z', 'b'].sort(compareText)).toEqual(['B', 'Z', 'a', 'b', 'é', '中'])
  expect(compareText('a', 'a')).toBe(0)
})

test('a text that could move the cursor of a terminal is shown without doing so', () => {
  const problem = {
    file: 'a\u001b[2J',
    line: 1,
    severity: 'error',
    rule: 'title-missing',
    reason: 'x\u202ey',
  } as const
  expect(formatProblem(problem)).toBe('a\ufffd[2J:1: x\ufffdy')
})

test('a problem has the weight of its rule, and a column only where there is one', () => {
  expect(problemOf('title-missing', { line: 2 }, 'x')).toEqual({
    line: 2,
    severity: 'error',
    rule: 'title-missing',
    reason: 'x',
  })
  expect(problemOf('title-long', { line: 2, column: 8 }, 'x')).toMatchObject({
    severity: 'warning',
    column: 8,
  })
})

test.each(Object.entries(RULES))(
  'the rule %s says what is wrong and how to mend it',
  (id, { says, mend }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(says).toMatch(/^[A-Z].*\.$/)
    expect(mend).toMatch(/^[A-Z].*\.$/)
  },
)
