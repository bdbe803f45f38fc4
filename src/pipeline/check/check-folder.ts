import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../shared/site.ts'
import { cleanSeed } from '../clean-seed.ts'
import { plainText } from '../html.ts'
import { listSeeds, nameOfFile } from '../list-seeds.ts'
import { locateBody } from '../locate-body.ts'
import { LocalPictures } from '../pictures.ts'
import { type Problem, Problems, problemOf, type Report } from '../problems.ts'
import { type Progress, silent } from '../progress.ts'
import { readSeed } from '../read-seed.ts'
import { readSite, SITE_FILE } from '../read-site.ts'
import type { RuleId } from '../rules.ts'
import { checkHead } from './check-head.ts'
import { checkMarkup } from './check-markup.ts'
import { checkPictures } from './check-pictures.ts'
import { type Likeness, SimilarTexts } from './similar-texts.ts'

export interface CheckResult {
  seeds: number
  /** How many of the seeds become articles. */
  articles: number
  /** In order of file and place. */
  problems: Problem[]
}

/** Of one rule a file tells so many problems, and then how many more there are. */
const MAX_OF_RULE = 100

/**
 * Checks every file of a seeds folder: what a build tells, and what it keeps to itself because the article is built all
 * the same. Holds one seed at a time, and of each article a sketch.
 */
export async function checkFolder(
  seedsDir: string,
  now = Date.now(),
  progress: Progress = silent,
): Promise<CheckResult> {
  const problems = new Problems()
  const settings = readSite(seedsDir, problems.reportFor(nameOfFile(seedsDir, SITE_FILE)))
  const site: Site = { ...settings, origin: null, base: '/' }
  const pictures = new LocalPictures(seedsDir, site.base)
  const fileOfId = new Map<string, string>()
  const texts = new SimilarTexts()

  async function checkSeed(path: string, report: Report) {
    const file = nameOfFile(seedsDir, path)
    const seed = readSeed(path, readFileSync(join(seedsDir, path)), site.timeZone, report)
    if (!seed) return
    const twin = fileOfId.get(seed.id)
    if (twin !== undefined) {
      report(problemOf('id-duplicate', { line: 1 }, `its id ${seed.id} is already that of ${twin}`))
      return
    }
    fileOfId.set(seed.id, file)
    checkHead(seed, now, report)

    const body = locateBody(seed.body, seed.bodyLine)
    checkMarkup(body, report) // first: what comes next takes the dangerous out
    await cleanSeed(seed, path, seed.body, site, pictures, report, body.tree)
    checkPictures(body, report)

    const like = texts.add(file, seed.title, plainText(body.tree))
    if (like) report(likenessProblem(like, seed.bodyLine))
  }

  const paths = listSeeds(seedsDir)
  progress.begin('Checking', paths.length)
  for (const [index, path] of paths.entries()) {
    progress.show(index)
    const { report, finish } = limited(problems.reportFor(nameOfFile(seedsDir, path)))
    try {
      await checkSeed(path, report)
    } catch (error) {
      // A folder named x.txt, a file without permission: the others are still checked.
      report(problemOf('file-unreadable', { line: 1 }, `cannot be read: ${(error as Error).message}`))
    }
    finish()
  }
  progress.end()
  return { seeds: paths.length, articles: fileOfId.size, problems: problems.all }
}

function likenessProblem({ file, isSame, share }: Likeness, line: number): Omit<Problem, 'file'> {
  const place = { line, column: 1 }
  if (isSame) return problemOf('article-duplicate', place, `title and text are those of ${file}`)
  const alike = share === 1 ? 'the same' : `about ${Math.round(share * 100)} % the same`
  return problemOf('article-near-duplicate', place, `its text is ${alike} as that of ${file}`)
}

/** Lets a hundred problems of each rule through, and tells at the end how many more there are. */
function limited(report: Report): { report: Report; finish: () => void } {
  const counts = new Map<RuleId, number>()
  return {
    report(problem) {
      const count = (counts.get(problem.rule) ?? 0) + 1
      counts.set(problem.rule, count)
      if (count <= MAX_OF_RULE) report(problem)
    },
    finish() {
      for (const [rule, count] of counts)
        if (count > MAX_OF_RULE)
          report(problemOf(rule, { line: 1 }, `and ${count - MAX_OF_RULE} more of this rule in this file`))
    },
  }
}
