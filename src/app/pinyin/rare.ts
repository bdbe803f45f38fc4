/** The characters that an encoding's makers took for common: first and last code of two bytes, and what the second may be. */
interface Level {
  first: number
  last: number
  trails: [first: number, last: number][]
}

const COMMON = {
  /** GB/T 2312-1980, level 1: 3,755 characters of everyday use. */
  gbk: { first: 0xb0a1, last: 0xd7f9, trails: [[0xa1, 0xfe]] },
  /** Big5, level 1: 5,401 characters of everyday use. */
  big5: {
    first: 0xa440,
    last: 0xc67e,
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
} satisfies Record<string, Level>

type Encoding = keyof typeof COMMON

const known = new Map<Encoding, Set<string>>()

/** The characters that readers of a language know: every browser has them, as the first of an old encoding. */
function commonCharacters(encoding: Encoding): Set<string> {
  const common = known.get(encoding) ?? new Set(new TextDecoder(encoding).decode(bytesOf(COMMON[encoding])))
  known.set(encoding, common)
  return common
}

function bytesOf({ first, last, trails }: Level): Uint8Array {
  const bytes: number[] = []
  for (let lead = first >> 8; lead <= last >> 8; lead++)
    for (const [from, to] of trails)
      for (let trail = from; trail <= to; trail++) if ((lead << 8) + trail <= last) bytes.push(lead, trail)
  return new Uint8Array(bytes)
}

/** Whether few readers of texts in this language know how a character is read. */
export function isRare(character: string, lang: string): boolean {
  if (!/\p{Script=Han}/u.test(character) || /[〇々〆〡-〩]/.test(character)) return false
  return !commonCharacters(/hant|tw|hk|mo/i.test(lang) ? 'big5' : 'gbk').has(character)
}
