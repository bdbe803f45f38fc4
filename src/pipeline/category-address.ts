import { createHash } from 'node:crypto'
import { compareText } from './problems.ts'

/** Longest name, in UTF-8 bytes, that goes into an address as it is: file systems allow 255. */
const MAX_BYTES = 120

/** Names that mean something else in an address or to a file system. */
const RESERVED = /^(page|(page|index)-\d+\.json|months\.json|index\.html|con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * Gives sibling categories names that are safe as a folder and as a part of an address, each its own, also where
 * upper and lower case count as the same. Most names stay as they are.
 *
 * @returns for each name its address part, not yet percent-encoded
 */
export function addressNames(names: string[]): Map<string, string> {
  const taken = new Set<string>()
  const result = new Map<string, string>()
  // Names that need no change choose first, then in a fixed order, whatever order the seeds came in.
  const inOrder = [...names].sort(
    (a, b) => Number(safeName(a) !== a) - Number(safeName(b) !== b) || compareText(a, b),
  )
  for (const name of inOrder) {
    const plain = safeName(name)
    let address = plain
    for (let digits = 6; address === '' || taken.has(folded(address)); digits++)
      address = `${plain}-${hashOf(name, digits)}`
    taken.add(folded(address))
    result.set(name, address)
  }
  return result
}

/** What some file system takes for the same name: `ſ` and `s`, `ﬁ` and `fi`, upper and lower case. */
const folded = (address: string) => address.normalize('NFKC').toLowerCase().toUpperCase()

/** Why a name cannot be an address and a folder as it stands, or null if it can, but for spaces and marks. */
export function whyUnsafe(name: string): string | null {
  if (/^\.+$/.test(name)) return 'means another folder'
  if (/[<>:"/\\|?*]/.test(name)) return 'holds a character that no folder may have in its name'
  if (isReserved(name)) return 'means something else in an address or to a file system'
  return Buffer.byteLength(name) > MAX_BYTES ? `is longer than ${MAX_BYTES} bytes` : null
}

function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*#%&+;=@$^`{}[\]~,\s]+/g, '-')
    // What shows nothing would tell two names apart that look the same.
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/^[-.]+|[-.]+$/g, '')
  if (Buffer.byteLength(safe) > MAX_BYTES) return `${cutBytes(safe, MAX_BYTES)}-${hashOf(name)}`
  return isReserved(safe) ? `${safe}-${hashOf(name)}` : safe
}

const isReserved = (name: string) => RESERVED.test(name.replace(/\..*$/, '')) || RESERVED.test(name)

function cutBytes(text: string, bytes: number): string {
  let cut = ''
  for (const character of text) {
    bytes -= Buffer.byteLength(character)
    if (bytes < 0) break
    cut += character
  }
  return cut
}

const hashOf = (name: string, digits = 6) => createHash('sha256').update(name).digest('hex').slice(0, digits)
