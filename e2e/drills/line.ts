import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Served } from '../static-server.ts'

/** Has a request fail. True says that nobody else is to answer it. */
type Fault = (response: ServerResponse) => boolean

/** What waits for an answer that does not come. */
const hanging = new Set<ServerResponse>()

/** Ways in which a line fails to carry an answer. */
export const failures = {
  'is cut': response => {
    response.destroy()
    return true
  },
  'is cut in the middle': response => {
    instead(response, content => {
      response.setHeader('Content-Length', content.length)
      response.write(content.subarray(0, content.length / 2), () => response.destroy())
    })
    return false
  },
  'never answers': response => {
    hanging.add(response)
    return true
  },
} satisfies Record<string, Fault>

export type Failure = keyof typeof failures

/** The line is there for so many requests, and then fails. */
export function failAfter(server: Served, requests: number, failure: Failure): void {
  let left = requests
  server.before = (_path, _request, response) => left-- <= 0 && failures[failure](response)
}

/** The line is there for one second, and cut in the next. */
export function flap(server: Served): void {
  server.before = (_path, _request, response) =>
    Math.floor(Date.now() / 1000) % 2 === 1 && failures['is cut'](response)
}

/** A line that is as slow as 3G, and cuts some of what it carries. */
export function slowDown(server: Served, { latency = 400, bytesPerMs = 50, cutShare = 0 } = {}): void {
  let freeAt = 0
  server.before = (_path, _request, response) => {
    if (Math.random() < cutShare) return failures['is cut'](response)
    instead(response, async (content, end) => {
      await wait(latency)
      for (let start = 0; start < content.length; start += PIECE) {
        const piece = content.subarray(start, start + PIECE)
        const now = Date.now()
        freeAt = Math.max(now, freeAt) + piece.length / bytesPerMs
        await wait(freeAt - now)
        response.write(piece)
      }
      end()
    })
    return false
  }
}

/** Bytes that come at once: files that are on their way together share the line. */
const PIECE = 5000

/** The line is well again. What hung on it is given up, as connections are: browsers have six for a host, and no more. */
export const heal = (server: Served): void => {
  server.before = () => false
  for (const response of hanging) response.destroy()
  hanging.clear()
}

/** Has something else done with what is to be sent, which is the whole content. */
function instead(
  response: ServerResponse,
  send: (content: Buffer, end: (content?: Buffer) => void) => void,
): void {
  const end = response.end.bind(response)
  response.end = ((content: Buffer = Buffer.alloc(0)) => {
    send(content, content => end(content))
    return response
  }) as typeof response.end
}
