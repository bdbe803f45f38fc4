import type { Summary } from '../shared/article.ts'
import type { Site } from '../shared/site.ts'
import { cutBody } from './cut-body.ts'
import { countableText, type Element, elementsOf, type Parent, parseHtml, serializeHtml } from './html.ts'
import { picturePlaces } from './locate-body.ts'
import { normalise } from './normalise/index.ts'
import { allAddressesOf, withoutProxy } from './normalise/picture-address.ts'
import { firstPicture, type LocalPictures, resolveCover, resolvePictures } from './pictures.ts'
import type { Place } from './places.ts'
import { problemOf, type Report } from './problems.ts'
import type { SeedHead } from './read-seed.ts'
import { sanitise } from './sanitise.ts'
import { cutText, excerptOf, langOf, minutesOf } from './summarise.ts'

/**
 * Makes the clean body, the summary and the bare text of one seed: the straight way from markup to article.
 *
 * @param path of the seed below the seeds folder: pictures are looked for beside it
 * @param wholeBody HTML as the seed has it, not to be trusted
 * @param parsed that HTML as `locateBody` parsed it, if it did; it becomes the clean tree
 */
export async function cleanSeed(
  head: SeedHead,
  path: string,
  wholeBody: string,
  site: Site,
  local: LocalPictures,
  report: Report,
  parsed?: Parent,
): Promise<{ body: string; summary: Omit<Summary, 'categories'>; text: string }> {
  const { html: rawBody, cutAt } = cutBody(wholeBody)
  if (cutAt !== null) {
    const line = head.bodyLine + rawBody.split('\n').length - 1
    report(problemOf('body-long', { line }, 'the body is longer than any article; what follows is left out'))
  }
  const tree = parsed ?? parseHtml(rawBody)
  const namesake = imageAt(tree, head.cover)
  normalise(tree, head.title)
  const placeOf = picturePlaces(rawBody, head.bodyLine)
  const tellMissing = (place: Place, what: string) =>
    report(problemOf('picture-missing', place, `${what} is not beside the seed; left out`))
  await resolvePictures(tree, path, local, address => tellMissing(placeOf(address), `picture "${address}"`))
  // Feeds name the first image of a body, be it an avatar; what was no picture of the article is no cover either.
  const isIdle =
    namesake && !elementsOf(tree, 'figure').some(figure => elementsOf(figure, 'img').includes(namesake))
  sanitise(tree) // last: it may make the tree anew
  const named = await resolveCover(isIdle ? null : head.cover, path, local, address =>
    tellMissing(head.coverPlace, `cover "${address}"`),
  )
  const first = firstPicture(tree)
  const body = serializeHtml(tree).trim()
  const text = countableText(tree)
  if (!body) report(problemOf('body-empty', { line: head.bodyLine }, 'the body is empty'))
  return {
    body,
    text,
    summary: {
      id: head.id,
      title: head.title,
      date: head.date,
      author: head.author,
      // A cover that is also the first picture has that one's size.
      cover: named === null || named.address === first?.address ? first : named,
      excerpt: head.excerpt ? cutText(head.excerpt, 400) : excerptOf(tree),
      minutes: minutesOf(text),
      lang: head.lang ?? langOf(head.title, tree, site.language),
    },
  }
}

/** The image of a raw body that has this address. */
function imageAt(body: Parent, address: string | null): Element | undefined {
  const own = address && withoutProxy(address)
  return own ? elementsOf(body, 'img').find(image => allAddressesOf(image).includes(own)) : undefined
}
