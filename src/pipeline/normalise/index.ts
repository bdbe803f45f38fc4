import { type Parent, tagsOf } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'
import { dropAdverts } from './drop-adverts.ts'
import { dropEmptyElements } from './drop-empty-elements.ts'
import { dropIdleIds } from './drop-idle-ids.ts'
import { dropIdleRules } from './drop-idle-rules.ts'
import { dropIdleSpans } from './drop-idle-spans.ts'
import { dropJunk } from './drop-junk.ts'
import { dropRepeatedTitle } from './drop-repeated-title.ts'
import { restoreEmbeds } from './embeds.ts'
import { groupPictures } from './group-pictures.ts'
import { highlightCode } from './highlight-code.ts'
import { keepMeaning } from './keep-meaning.ts'
import { levelHeadings } from './level-headings.ts'
import { liftCaptions } from './lift-captions.ts'
import { noteLooks } from './look.ts'
import { markCentred, settleCentred } from './mark-centred.ts'
import { openFrames } from './open-frames.ts'
import { raiseHeadings } from './raise-headings.ts'
import { resolveLinks } from './resolve-links.ts'
import { restorePictures } from './restore-pictures.ts'
import { setApartCredits } from './set-apart-credits.ts'
import { tidyCode } from './tidy-code.ts'
import { tidyText } from './tidy-text.ts'
import { trimLines } from './trim-lines.ts'
import { unwrapTables } from './unwrap-tables.ts'

/**
 * Turns the markup of an aggregator into the plain blocks of an article: paragraphs, headings, lists, tables, code,
 * and one `<figure>` per picture. Says nothing about safety: that is `sanitise`, which comes after.
 *
 * @param title of the article, which the page shows and the body need not
 */
export function normalise(body: Parent, title = ''): void {
  const tags = tagsOf(body) // most bodies have no code and no tables; nothing below makes any
  if (tags.has('picture') || tags.has('noscript')) openFrames(body) // first: the frames themselves are junk
  restoreEmbeds(body) // before junk is dropped: a frame is junk unless its address says more
  dropJunk(body) // nothing below should take page furniture for text
  tidyText(body)
  noteLooks(body) // before tables, styles and blocks: what says it goes
  if (tags.has('pre')) tidyCode(body) // before tables and styles: code may be laid out in a table and coloured by styles
  if (tags.has('table')) unwrapTables(body) // before the blocks: what a layout table holds is blocks
  markCentred(body) // before the blocks, which lose the alignment
  keepMeaning(body) // before the blocks: what is bold by style is cut with them as what is bold by element
  resolveLinks(body)
  restorePictures(body) // before the blocks: a picture is known by its true address and size
  dropIdleIds(body) // before the blocks: a block takes over the id of what it came from
  buildBlocks(body)
  liftCaptions(body) // needs each picture and each paragraph to stand by itself
  settleCentred(body)
  dropIdleSpans(body) // after captions, which some sources name by class
  dropEmptyElements(body) // after all that leaves husks, before all that looks at what stands next to what
  groupPictures(body)
  trimLines(body)
  dropAdverts(body)
  dropRepeatedTitle(body, title) // before the headings: the title may be one of them
  raiseHeadings(body)
  levelHeadings(body)
  dropIdleRules(body) // after the headings, which part what stands below them
  setApartCredits(body) // after captions, which look alike, and adverts, which stand among them
  if (tags.has('pre')) highlightCode(body)
}
