/** A line that has carried less than `LEAST` bytes in so long is dead, however much has come before. */
export const STALL_MS = 30_000
export const LEAST = 2000

/** Browsers stop a worker that is at one thing for longer; and some hosts never end. */
const LONGEST_MS = 300_000

/** For what nobody may read: whether anything comes is not to be seen. */
const UNREAD_MS = 120_000

/**
 * Fetches a file for as long as something of it comes: on a slow line a large one takes its time.
 *
 * @throws if the line is silent for too long; also while the answer is read
 */
export async function fetchSteadily(input: RequestInfo, options?: RequestInit): Promise<Response> {
  const end = new AbortController()
  const endAfter = (time: number) => setTimeout(() => end.abort(), time)
  const longest = endAfter(LONGEST_MS)
  let stall = endAfter(STALL_MS)
  const wait = (time: number) => {
    clearTimeout(stall)
    stall = endAfter(time)
  }
  const done = () => {
    clearTimeout(stall)
    clearTimeout(longest)
  }
  const response = await fetch(input, { ...options, signal: end.signal }).catch(error => {
    done()
    throw error
  })
  const isUnread = response.type === 'opaque' || !response.body
  wait(isUnread ? UNREAD_MS : STALL_MS)
  if (isUnread) return response
  let came = 0
  const body = response.body!.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, stream) {
        came += bytes.length
        if (came >= LEAST) {
          came = 0
          wait(STALL_MS)
        }
        stream.enqueue(bytes)
      },
      flush: done,
    }),
  )
  return new Response(body, response)
}
