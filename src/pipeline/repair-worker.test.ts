import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const worker = readFileSync(new URL('../../docs/repair/sw.js', import.meta.url), 'utf8')

const host = 'https://site.example'
const shared = [`${host}/a/1/`, `${host}/reader/a/1/`, 'https://pictures.example/1.png']

/** What lies in the caches of a host with a site at its root and one in a folder, after one of them was repaired. */
async function repair(base: string): Promise<Record<string, string[]>> {
  const stored = new Map(
    ['pages', 'packs', 'packs/reader/', `precache-${host}/`, `precache-${host}/reader/`].map(name => [
      name,
      new Set(name === 'pages' ? shared : [name]),
    ]),
  )
  const caches = {
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    open: async (name: string) => ({
      keys: async () => [...stored.get(name)!].map(url => ({ url })),
      delete: async ({ url }: { url: string }) => stored.get(name)!.delete(url),
    }),
  }
  let done: Promise<void> | undefined
  const event = {
    waitUntil: (work: Promise<void>) => {
      done = work
    },
  }
  const self = {
    registration: { scope: host + base, unregister: async () => undefined },
    clients: { matchAll: async () => [] },
    addEventListener: (type: string, listen: (each: typeof event) => void) =>
      type === 'activate' && listen(event),
  }
  runInNewContext(worker, { self, caches, URL })
  await done
  return Object.fromEntries([...stored].map(([name, urls]) => [name, [...urls]]))
}

test('the worker that repairs a site in a folder leaves what is of the site at the root', async () => {
  expect(await repair('/reader/')).toEqual({
    pages: [shared[0], shared[2]],
    packs: ['packs'],
    [`precache-${host}/`]: [`precache-${host}/`],
  })
})

test('the worker that repairs the site at the root leaves what bears the name of another', async () => {
  expect(Object.keys(await repair('/'))).toEqual(['packs/reader/', `precache-${host}/reader/`])
})
