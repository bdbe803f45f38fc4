/** Of those that are looked at. Each counts for much, see `UNREAD_BYTES`; packs have a number of their own. */
const MOST_OPAQUE = 16

/** So many refusals one after another are no accident of the line. */
const MOST_REFUSALS = 2

/** How often hosts have refused, since they last let a picture be read. */
const refusals = new Map<string, number>()

/** Hosts that have let a picture be read. */
const readable = new Set<string>()

/** Whether a host is known to let nobody read its pictures. */
export const isClosed = (address: string): boolean => isRefusing(new URL(address).origin)

const isRefusing = (origin: string) => (refusals.get(origin) ?? 0) >= MOST_REFUSALS

/** Whether a host is known to let its pictures be read: what came otherwise is not worth its room. */
export const isReadable = (address: string): boolean => readable.has(new URL(address).origin)

/** Addresses that were asked for since the worker started, whatever came of it. */
const asked = new Set<string>()

/** Whether a picture has been asked for: what could not be kept then is not fetched again for keeping. */
export const wasAsked = (address: string): boolean => asked.has(address)

/** Pictures that could not be had for keeping, and when. */
const failures = new Map<string, number>()

const RECENT_MS = 60_000

/** Has the next who asks for a picture within a minute told that it cannot be had: a host that is dead is asked for it twice, not four times. */
export const noteFailure = (address: string): void => void failures.set(address, Date.now())

function failedJustNow(address: string): boolean {
  const failedAt = failures.get(address)
  failures.delete(address)
  return failedAt !== undefined && Date.now() - failedAt < RECENT_MS
}

/** Asks for a picture so that it can be read, and counted by its own size; where the host refuses, as a page does. */
export async function fetchPicture(
  request: Request,
  load: (request: Request) => Promise<Response>,
): Promise<Response> {
  const { origin } = new URL(request.url)
  if (failedJustNow(request.url)) throw new TypeError('It could not be had a moment ago')
  asked.add(request.url)
  if (request.mode !== 'no-cors' || origin === location.origin || isRefusing(origin)) return load(request)
  const refused = refusals.get(origin) ?? 0
  const reading = new Request(request.url, {
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  try {
    const response = await load(reading)
    readable.add(origin)
    refusals.delete(origin)
    return response
  } catch {
    const response = await load(request)
    // A host that gives nothing either way says nothing about it; and a line that breaks refuses all that is on it, once.
    refusals.set(origin, refused + 1)
    if (isRefusing(origin)) readable.delete(origin)
    return response
  }
}

/** Lets those go that were kept first. Where the worker was stopped in between, it finds them by looking. */
export async function forgetOpaque(cache: Cache, latest: string): Promise<void> {
  opaque ??= await findOpaque(cache)
  opaque.delete(latest)
  opaque.add(latest)
  for (const address of [...opaque].slice(0, -MOST_OPAQUE)) {
    opaque.delete(address)
    await cache.delete(address, { ignoreVary: true })
  }
}

let opaque: Set<string> | undefined

/** The pictures in a cache that nobody may read. */
export async function findOpaque(cache: Cache): Promise<Set<string>> {
  const found = new Set<string>()
  // In the order in which they were put there.
  for (const request of await cache.keys())
    if ((await cache.match(request, { ignoreVary: true }))?.type === 'opaque') found.add(request.url)
  return found
}
