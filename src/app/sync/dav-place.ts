import { Unreadable } from '../backup/unreadable.ts'
import { site } from '../data/site.ts'
import type { Place } from './place.ts'

/** A file on a WebDAV server, or any other that keeps what is put to it and tells its version (ETag). */
export interface DavAccount {
  /** The address of the file. */
  address: string
  name: string
  password: string
}

/** What came out of storage, if it is an account. */
export function asDavAccount(record: unknown): DavAccount | null {
  const { address, name, password } = (record ?? {}) as Partial<DavAccount>
  const isWhole = [address, name, password].every(text => typeof text === 'string') && isAllowed(address!)
  return isWhole ? { address: address!, name: name!, password: password! } : null
}

/** Whether the policy of the site lets its pages talk to an address: their own, and those that the publisher allows. */
export function isAllowed(address: string): boolean {
  if (!URL.canParse(address, location.href)) return false
  const { origin, username, password } = new URL(address, location.href)
  return username === '' && password === '' && [location.origin, ...(site.sync ?? [])].includes(origin)
}

/** How long a server is waited for. */
const PATIENCE_MS = 60_000

export function davPlace(account: DavAccount): Place {
  const ask = async (method: string, headers: Record<string, string>, body?: Blob) => {
    let answer: Response
    try {
      answer = await fetch(account.address, {
        method,
        headers: { ...headers, ...authorization(account) },
        body: body ?? null,
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    } catch {
      throw new Unreadable({
        zh: '连不上同步服务器：可能没有网络，或者服务器不允许这个网站访问（CORS）。',
        en: 'The sync server cannot be reached: there is no network, or it does not let this site in (CORS).',
      })
    }
    if (answer.ok || [404, 412].includes(answer.status)) return answer
    throw new Unreadable(
      [401, 403].includes(answer.status)
        ? {
            zh: '同步服务器不接受这个用户名和密码。',
            en: 'The sync server does not accept this name and password.',
          }
        : {
            zh: '同步服务器没有照办（HTTP {status}）。',
            en: 'The sync server did not do it (HTTP {status}).',
            status: String(answer.status),
          },
    )
  }
  return {
    async read() {
      const answer = await ask('GET', {})
      if (answer.status === 404) return { content: null, mark: null }
      const mark = answer.headers.get('ETag')
      if (!mark || mark.startsWith('W/'))
        throw new Unreadable({
          zh: '同步服务器不告诉文件的版本（ETag），两台设备会互相覆盖，所以没有同步。',
          en: 'The sync server does not tell the version of the file (ETag): devices would overwrite each other. Nothing was synced.',
        })
      return { content: await answer.blob(), mark }
    },
    async write(content, mark) {
      const condition: Record<string, string> = mark ? { 'If-Match': mark } : { 'If-None-Match': '*' }
      const { status } = await ask('PUT', { 'Content-Type': 'application/json', ...condition }, content)
      if (status === 404)
        throw new Unreadable({
          zh: '同步服务器上没有这个文件夹。',
          en: 'There is no such folder on the sync server.',
        })
      return status !== 412
    },
  }
}

/** In UTF-8, as servers of today take it. */
function authorization({ name, password }: DavAccount): Record<string, string> {
  if (name === '' && password === '') return {}
  const bytes = new TextEncoder().encode(`${name}:${password}`)
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
}
