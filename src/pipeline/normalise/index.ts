import type { Parent } from '../html.ts'
import { buildBlocks } from './build-blocks.ts'
import { dropEmptyElements } from './drop-empty-elements.ts'
import { dropIdleIds } from './drop-idle-ids.ts'
import { dropJunk } from './drop-junk.ts'
import { groupPictures } from './group-pictures.ts'
import { levelHeadings } from './level-headings.ts'
import { liftCaptions } from './lift-captions.ts'
import { noteLooks } from './look.ts'
import { openFrames } from './open-frames.ts'
import { restorePictures } from './restore-pictures.ts'
import { tidyText } from './tidy-text.ts'

/**
 * Turns the markup of an aggregator into the plain blocks of an article: paragraphs, headings, lists, tables, code,
 * and one `<figure>` per picture. Says nothing about safety: that is `sanitise`, which comes after.
 */
export function normalise(body: Parent): void {
  openFrames(body) // first: the frames themselves are junk
  dropJunk(body) // nothing below should take page furniture for text
  tidyText(body)
  restorePictures(body) // before the blocks: a picture is known by its true address and size
  dropIdleIds(body) // before the blocks: a block takes over the id of what it came from
  noteLooks(body) // before the blocks: what says it goes
  buildBlocks(body)
  liftCaptions(body) // needs each picture and each paragraph to stand by itself
  groupPictures(body)
  levelHeadings(body)
  dropEmptyElements(body) // last: the steps above leave husks behind
}
