import { Unreadable } from '../backup/unreadable.ts'

/*
 * A sealed file: the letters SHIYE and the number of the format (1), the rounds of the key (4 bytes, big-endian), salt (16) and
 * nonce (12), then the backup, compressed by gzip and encrypted by AES-256-GCM, which also vouches for the first 38 bytes.
 */
const MAGIC = new TextEncoder().encode('SHIYE\x01')
const SALT = MAGIC.length + 4
const NONCE = SALT + 16
const HEAD = NONCE + 12

/** What OWASP asks of PBKDF2 with SHA-256. */
const ROUNDS = 600_000
/** A hostile file may not keep the device busy for minutes. */
const MAX_ROUNDS = 10_000_000

/** @returns whether a file claims to be sealed */
export async function isSealed(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer())
  // Of any version.
  return start.length === MAGIC.length && MAGIC.slice(0, -1).every((byte, at) => start[at] === byte)
}

/** Encrypts a backup so that only who knows the passphrase can read it. */
export async function seal(content: Blob, passphrase: string, rounds = ROUNDS): Promise<Blob> {
  const head = new Uint8Array(HEAD)
  head.set(MAGIC)
  new DataView(head.buffer).setUint32(MAGIC.length, rounds)
  crypto.getRandomValues(head.subarray(SALT))
  const key = await keyOf(passphrase, head.slice(SALT, NONCE), rounds, 'encrypt')
  const packed = await through(content, new CompressionStream('gzip'))
  const sealed = await crypto.subtle.encrypt(cipher(head), key, packed)
  return new Blob([head, sealed], { type: 'application/octet-stream' })
}

/** @throws Unreadable if the passphrase is another, or the file damaged: nobody can tell which */
export async function unseal(file: Blob, passphrase: string): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const head = bytes.slice(0, HEAD)
  if (bytes.length <= HEAD)
    throw new Unreadable({ zh: '加密文件不完整。', en: 'The encrypted file is not whole.' })
  if (head[MAGIC.length - 1] !== MAGIC.at(-1))
    throw new Unreadable({
      zh: '这个加密文件来自更新的版本。请先更新这个网站。',
      en: 'This encrypted file is of a newer version. Update this site first.',
    })
  const rounds = new DataView(head.buffer).getUint32(MAGIC.length)
  const isFair = rounds > 0 && rounds <= MAX_ROUNDS
  try {
    if (!isFair) throw new RangeError('rounds')
    const key = await keyOf(passphrase, head.slice(SALT, NONCE), rounds, 'decrypt')
    const packed = await crypto.subtle.decrypt(cipher(head), key, bytes.subarray(HEAD))
    return new Blob([await through(new Blob([packed]), new DecompressionStream('gzip'))])
  } catch {
    throw new Unreadable({
      zh: '打不开：密码不对，或者文件损坏了。',
      en: 'It cannot be opened: the passphrase is wrong, or the file is damaged.',
    })
  }
}

const cipher = (head: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv: head.slice(NONCE, HEAD),
  additionalData: head,
})

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // One text typed on two keyboards may come in two forms.
  const text = new TextEncoder().encode(passphrase.normalize('NFC'))
  const secret = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  )
}

const through = (content: Blob, stream: CompressionStream | DecompressionStream): Promise<ArrayBuffer> =>
  new Response(content.stream().pipeThrough(stream)).arrayBuffer()
