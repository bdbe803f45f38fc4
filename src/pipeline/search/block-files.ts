import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { decodeBlock, encodeBlock, lengthOfBlock, type Postings } from '../../shared/search/block.ts'
import { cutIntoBlocks } from '../../shared/search/write-segment.ts'

/**
 * Writes postings into one file.
 *
 * @param total how many articles they are of
 */
export function writePostings(file: string, postings: Iterable<Postings>, total: number): void {
  const handle = openSync(file, 'w')
  try {
    for (const block of cutIntoBlocks(postings, total)) writeSync(handle, encodeBlock(block, total))
  } finally {
    closeSync(handle)
  }
}

/**
 * The postings of files of one block or several, of which one at a time is in memory.
 *
 * @param total how many articles they are of
 */
export function* readPostings(files: string[], total: number): Generator<Postings> {
  for (const file of files) {
    const handle = openSync(file, 'r')
    try {
      const { size } = fstatSync(handle)
      for (let at = 0; at < size; ) {
        const head = new Uint8Array(4)
        readSync(handle, head, 0, head.length, at)
        const block = new Uint8Array(Math.max(1, Math.min(lengthOfBlock(head), size - at)))
        readSync(handle, block, 0, block.length, at)
        yield* decodeBlock(block, total)
        at += block.length
      }
    } finally {
      closeSync(handle)
    }
  }
}
