import type { Summary } from '../shared/article.ts'
import type { Site } from '../shared/site.ts'
import { type Parent, parseHtml, serializeHtml } from './html.ts'
import { picturePlaces } from './locate-body.ts'
import { normalise } from './normalise/index.ts'
import { firstPicture, type LocalPictures, resolveCover, resolvePictures } from './pictures.ts'
import type { Place } from './places.ts'
import { problemOf, type Report } from './problems.ts'
import type { SeedHead } from './read-seed.ts'
import { sanitise } from './sanitise.ts'
import { cutText, excerptOf, langOf, minutesOf } from './summarise.ts'

/**
 * Makes the clean body and the summary of one seed: the straight way from markup to article.
 *
 * @param path of the seed below the seeds folder: pictures are looked for beside it
 * @param rawBody HTML as the seed has it, not to be trusted
 * @param tree of that HTML, if it is parsed already; it becomes the clean one
 */
export async function cleanSeed(
  head: SeedHead,
  path: string,
  rawBody: string,
  site: Site,
  local: LocalPictures,
  report: Report,
  tree: Parent = parseHtml(rawBody),
): Promise<{ body: string; summary: Omit<Summary, 'categories'> }> {
  normalise(tree)
  const placeOf = picturePlaces(rawBody, head.bodyLine)
  const tellMissing = (place: Place, what: string) =>
    report(problemOf('picture-missing', place, `${what} is not beside the seed; left out`))
  await resolvePictures(tree, path, local, address => tellMissing(placeOf(address), `picture "${address}"`))
  sanitise(tree)
  const named = await resolveCover(head.cover, path, local, address =>
    tellMissing(head.coverPlace, `cover "${address}"`),
  )
  const first = firstPicture(tree)
  const body = serializeHtml(tree).trim()
  if (!body) report(problemOf('body-empty', { line: head.bodyLine }, 'the body is empty'))
  return {
    body,
    summary: {
      id: head.id,
      title: head.title,
      date: head.date,
      author: head.author,
      // A cover that is also the first picture has that one's size.
      cover: named === null || named.address === first?.address ? first : named,
      excerpt: head.excerpt ? cutText(head.excerpt, 400) : excerptOf(tree),
      minutes: minutesOf(tree),
      lang: head.lang ?? langOf(head.title, tree, site.language),
    },
  }
}
