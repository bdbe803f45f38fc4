import { site } from '../data/site.ts'
import { type Kind, kinds } from '../storage/rules.ts'
import { nextTurn } from '../ui/slices.ts'
import { type Entry, keptEntries } from './entries.ts'

/** What the first lines of a backup say; `docs/backup-format.md` has the whole. */
export const FORMAT = 'shiye-backup'
export const VERSION = 1

/**
 * Everything of the reader in one file, an entry on each line. It is made in parts, so that the page stays usable and
 * its memory small.
 *
 * @param onPart is told how many entries there are so far
 */
export async function writeBackup(
  entriesOf: (kind: Kind) => AsyncIterable<Entry[]> = keptEntries,
  onPart?: (entries: number) => void,
): Promise<Blob> {
  const head = { format: FORMAT, version: VERSION, madeAt: new Date().toISOString(), site: site.name }
  const parts: BlobPart[] = [JSON.stringify(head, null, 1).slice(0, -2)]
  let count = 0
  for (const kind of kinds) {
    let isFirst = true
    parts.push(`,\n "${kind}": [`)
    for await (const entries of entriesOf(kind)) {
      if (entries.length === 0) continue
      // A blob may lie on the disk; the text of all entries would lie in memory.
      parts.push(new Blob([isFirst ? '\n' : ',\n', entries.map(asLine).join(',\n')]))
      isFirst = false
      count += entries.length
      onPart?.(count)
      await nextTurn()
    }
    parts.push(isFirst ? ']' : '\n ]')
  }
  return new Blob([...parts, '\n}\n'], { type: 'application/json' })
}

const asLine = (entry: Entry) => `  ${JSON.stringify(entry, inOrder)}`

/** Two devices that have the same write the same. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
