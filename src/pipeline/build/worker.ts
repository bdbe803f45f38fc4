import { parentPort, workerData } from 'node:worker_threads'
import { Maker, type MakerSettings, type Works } from './maker.ts'

/** A share of the work, as it comes to a thread. */
export interface Share {
  task: keyof Works
  works: unknown[]
}

/** Its answer. */
export type Answer = { made: unknown[] } | { failed: { message: string; work: unknown } }

const maker = Maker.open(workerData as MakerSettings)

parentPort!.on('message', async ({ task, works }: Share) => {
  parentPort!.postMessage(await doShare(await maker, task, works))
})

async function doShare(maker: Maker, task: keyof Works, works: unknown[]): Promise<Answer> {
  const made: unknown[] = []
  for (const work of works)
    try {
      made.push(await maker[task](work as never))
    } catch (error) {
      return { failed: { message: (error as Error).message, work } }
    }
  return { made }
}
