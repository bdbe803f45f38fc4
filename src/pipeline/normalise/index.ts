import type { Parent } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'
import { dropEmptyElements } from './drop-empty-elements.ts'
import { dropIdleIds } from './drop-idle-ids.ts'
import { dropJunk } from './drop-junk.ts'
import { restoreEmbeds } from './embeds.ts'
import { levelHeadings } from './level-headings.ts'
import { liftCaptions } from './lift-captions.ts'
import { restorePictures } from './restore-pictures.ts'
import { tidyText } from './tidy-text.ts'

/**
 * Turns the markup of an aggregator into the plain blocks of an article: paragraphs, headings, lists, tables, code,
 * and one `<figure>` per picture. Says nothing about safety: that is `sanitise`, which comes after.
 */
export function normalise(body: Parent): void {
  restoreEmbeds(body) // before junk is dropped: a frame is junk unless its address says more
  dropJunk(body) // nothing below should take page furniture for text
  tidyText(body)
  restorePictures(body) // before the blocks: a picture is known by its true address and size
  dropIdleIds(body) // before the blocks: a block takes over the id of what it came from
  buildBlocks(body)
  liftCaptions(body) // needs each picture and each paragraph to stand by itself
  levelHeadings(body)
  dropEmptyElements(body) // last: the steps above leave husks behind
}
