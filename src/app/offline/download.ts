import { articleFile } from '../../shared/addresses.ts'
import { type KeepRequest, type Kept, UNREAD_BYTES } from '../../shared/packs.ts'
import { askWorker } from './ask-worker.ts'
import { forgetLost, PACKS_LOCK } from './check-packs.ts'
import { freeSpace } from './free-space.ts'
import type { Pack, PackContents } from './pack.ts'
import { openPacks } from './pack-store.ts'
import { addressOf, changePack, dropUnowned, readPacks } from './packs.ts'
import { sumOf } from './plan.ts'
import { roomQuery } from './use-room.ts'

/** After so many files the reader sees how far it is, and a pause is heard. */
const AT_ONCE = 16
const TRIES = 4
/** Pictures of hosts that let nobody read them, in all packs together. */
const MOST_UNREAD = 200
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

let isAtWork = false
let isAskedAgain = false

/**
 * Brings all packs that were asked for onto the device, one after the other, in one tab at a time; another goes on when
 * that one is closed. What the site did not give before is asked for again.
 */
export async function bringPacks(): Promise<void> {
  for (const { id, state, problem } of await readPacks())
    if (state === 'paused' && problem === 'silent') await changePack(id, { state: 'running', failed: 0 })
  isAskedAgain = true
  if (isAtWork) return
  isAtWork = true
  try {
    while (isAskedAgain) {
      isAskedAgain = false
      await (navigator.locks ? navigator.locks.request(PACKS_LOCK, bringAll) : bringAll())
    }
  } finally {
    isAtWork = false
  }
}

async function bringAll(): Promise<void> {
  for (;;) {
    const pack = (await readPacks()).find(({ state }) => state === 'running')
    if (!pack) return
    await bring(pack)
  }
}

/** Why a download ends before it is done. */
class Ended extends Error {}

async function bring(pack: Pack): Promise<void> {
  try {
    await forgetLost()
    const contents = await (await openPacks()).get('contents', pack.id)
    if (!contents) return await change(pack, { state: 'paused' })
    const failed = await bringText(pack, contents)
    // Pictures may be missing; without all its text a pack is not ready.
    if (failed > 0) {
      await goOn(pack)
      return await change(pack, { state: 'paused', problem: 'silent', failed })
    }
    const { lost, left } = pack.hasPictures ? await bringPictures(pack, contents) : { lost: 0, left: 0 }
    await change(pack, { state: 'done', problem: null, failed: lost, picturesLeft: left })
  } catch (error) {
    if (!(error instanceof Ended)) throw error
    // Of a pack that was deleted meanwhile, files were still on their way.
    await dropUnowned()
  }
}

/** @returns how many files could not be had */
async function bringText(pack: Pack, { articles, lists }: PackContents): Promise<number> {
  const database = await openPacks()
  const kept = new Map((await database.getAll('articles')).map(article => [article.id, article]))
  const isKept = (id: string, digest: string) => kept.get(id)?.digest === digest
  const stale = articles.filter(({ id, digest }) => !isKept(id, digest))
  let [articlesKept, bytesKept] = [
    articles.length - stale.length,
    sumOf(articles.filter(({ id, digest }) => isKept(id, digest)).map(({ bytes }) => bytes)),
  ]
  await change(pack, { articlesKept, bytesKept, problem: null })
  const ofLists = await keepAll(pack, 'data', lists.map(addressOf), async () => undefined)
  const idOf = new Map(stale.map(({ id }) => [addressOf(articleFile(id)), id]))
  const ofArticles = await keepAll(pack, 'data', [...idOf.keys()], async came => {
    const transaction = database.transaction('articles', 'readwrite')
    for (const [address, { digest, bytes, pictures }] of came) {
      void transaction.store.put({ id: idOf.get(address)!, digest, bytes, pictures })
      bytesKept += bytes
    }
    await transaction.done
    articlesKept += came.length
    await change(pack, { articlesKept, bytesKept, ...(came.length > 0 && { problem: null }) })
  })
  return ofLists.lost + ofArticles.lost
}

async function bringPictures(pack: Pack, { articles }: PackContents): Promise<NotKept> {
  const database = await openPacks()
  const own = new Set(articles.map(({ id }) => id))
  const ofArticles = (await database.getAll('articles')).filter(({ id }) => own.has(id))
  const wanted = [...new Set(ofArticles.flatMap(({ pictures }) => pictures))]
  const all = await database.getAll('pictures')
  const kept = new Map(all.map(picture => [picture.address, picture]))
  const missing = wanted.filter(address => !kept.has(address))
  const there = wanted.flatMap(address => kept.get(address) ?? [])
  let picturesKept = there.length
  let pictureBytes = sumOf(there.map(({ bytes }) => bytes))
  let picturesUnread = there.filter(({ isUnread }) => isUnread).length
  await change(pack, { pictures: wanted.length, picturesKept, pictureBytes, picturesUnread })
  const unread = (await mostUnread()) - all.filter(({ isUnread }) => isUnread).length
  const note = async (came: Came) => {
    const transaction = database.transaction('pictures', 'readwrite')
    for (const [address, { bytes, isUnread = false }] of came) {
      void transaction.store.put({ address, bytes, isUnread })
      pictureBytes += bytes
      if (isUnread) picturesUnread++
    }
    await transaction.done
    picturesKept += came.length
    await change(pack, { picturesKept, pictureBytes, picturesUnread })
  }
  return keepAll(pack, 'picture', missing, note, Math.max(0, unread))
}

/** How many pictures that nobody may read packs may have: what is free is not for them alone. */
async function mostUnread(): Promise<number> {
  const room = await roomQuery.queryFn().catch(() => null)
  return room ? Math.min(MOST_UNREAD, Math.floor(room.free / 2 / UNREAD_BYTES)) : MOST_UNREAD
}

/** How many files are not there: those that could not be had, and pictures of which enough are kept. */
interface NotKept {
  lost: number
  left: number
}

type Came = [address: string, kept: Kept & { is: 'kept' }][]

/**
 * Has the worker keep files, some at a time; what cannot be had at the moment is tried again after all others.
 *
 * @param note is told what has come
 * @param unread how many pictures may be kept that nobody may read
 * @throws Ended if the reader paused, deleted or updated the pack, or there is no room for it
 */
async function keepAll(
  pack: Pack,
  kind: KeepRequest['kind'],
  addresses: string[],
  note: (came: Came) => Promise<void>,
  unread = 0,
): Promise<NotKept> {
  let queue = addresses
  let [lost, left] = [0, 0]
  for (let tries = 0; queue.length > 0 && tries < TRIES; tries++) {
    const again: string[] = []
    for (let start = 0; start < queue.length; start += AT_ONCE) {
      const some = queue.slice(start, start + AT_ONCE)
      const answers = await keepSome(pack, { kind, addresses: some, unread })
      const came: Came = []
      for (const [at, address] of some.entries()) {
        const answer = answers[at]
        if (answer?.is === 'kept') came.push([address, answer])
        else if (answer?.is === 'missing') lost++
        else if (answer?.is === 'unread') left++
        else again.push(address)
      }
      unread -= came.filter(([, { isUnread }]) => isUnread).length
      await note(came)
      if (kind === 'data' && answers.every(answer => answer?.is === 'offline')) {
        // The site is silent: to ask it for all others now would take hours.
        again.push(...queue.slice(start + AT_ONCE))
        await goOn(pack)
        await change(pack, { problem: 'silent' })
        break
      }
    }
    queue = again
    if (queue.length > 0) await wait(FIRST_WAIT_MS * 2 ** tries)
  }
  return { lost: lost + queue.length, left }
}

/** Goes on as long as there is no network, and makes room once if there is none. */
async function keepSome(pack: Pack, request: Omit<KeepRequest, 'type'>) {
  let hasMadeRoom = false
  for (let tries = 0; ; tries++) {
    await goOn(pack)
    const answers = await askWorker(request)
    if (answers.some(answer => answer?.is === 'full')) {
      if (hasMadeRoom || !(await freeSpace())) {
        await change(pack, { state: 'paused', problem: 'full' })
        throw new Ended()
      }
      hasMadeRoom = true
      continue
    }
    // One host that does not answer is no lack of network, unless it is ours.
    const isCutOff = answers.length > 0 && answers.every(answer => answer?.is === 'offline')
    if (!isCutOff || (navigator.onLine && tries >= 2)) return answers
    await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))
  }
}

/** Whether the reader still wants it, and nothing else instead. */
async function goOn({ id, checkedAt }: Pack): Promise<void> {
  const pack = await (await openPacks()).get('packs', id)
  if (pack?.state !== 'running' || pack.checkedAt !== checkedAt) throw new Ended()
}

async function change({ id, checkedAt }: Pack, changes: Partial<Pack>): Promise<void> {
  if (!(await changePack(id, changes, checkedAt))) throw new Ended()
}

/** Waits so long, or until the network is back, or until the reader does something with the packs. */
const wait = (time: number): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, time)
    addEventListener('online', done)
  })
