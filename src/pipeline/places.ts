/** A place in a file: line and column are counted from 1, columns in UTF-16 code units as editors count them. */
export interface Place {
  line: number
  column: number
}

/**
 * Finds places by offset. Splits the text once, so that many places cost little.
 *
 * @param text with `\n` at the end of each line
 * @param firstLine the file's line on which the text begins
 */
export function placesOf(text: string, firstLine = 1): (offset: number) => Place {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return offset => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: firstLine + low, column: offset - starts[low]! + 1 }
  }
}
