import { expect, test } from 'playwright/test'
import type { FullResult, Reporter, Suite } from 'playwright/types/testReporter'

/**
 * How often a drill tried a fault, and what was lost by it. A drill makes one of these for each fault, lets it try each
 * way in which the fault can come, and tells at its end:
 *
 * ```ts
 * const trials = new Trials('D5 installation, a file is cut', 'files')
 * for (const file of files) await trials.try(file, async () => { … expect(…) … })
 * trials.tell() // prints "D5 installation, a file is cut: 52 of 52 files", and fails the drill if any was lost
 * ```
 *
 * What was told of all drills and stories stands in one table at the end of the run, which the reporter below prints.
 */
export class Trials {
  readonly #fault: string
  readonly #unit: string
  #tried = 0
  readonly #lost: string[] = []

  /**
   * @param fault as the table names it, with the figure it belongs to: `D1 deploy, with a worker`
   * @param unit what is counted, in the plural: `visits`
   */
  constructor(fault: string, unit: string) {
    this.#fault = fault
    this.#unit = unit
  }

  /** Tries the fault once. If it throws, that was lost, and the drill goes on. @returns whether nothing was lost */
  async try(way: string, trial: () => Promise<void>): Promise<boolean> {
    try {
      await trial()
      this.add(1, [])
      return true
    } catch (error) {
      this.add(1, [`${way}: ${(error as Error).message}`])
      return false
    }
  }

  /** Counts what was tried at once, with a line for each that was lost. */
  add(tried: number, lost: string[]): void {
    this.#tried += tried
    this.#lost.push(...lost)
    for (const each of lost) console.log(`lost: ${each}`) // at once: the drill may go on for a while
  }

  /** Prints the count, enters it into the table, and fails the drill if anything was lost, or nothing tried. */
  tell(): void {
    const [fault, unit, tried, lost] = [this.#fault, this.#unit, this.#tried, this.#lost.length]
    console.log(`${fault}: ${tried - lost} of ${tried} ${unit}`)
    enter(fault, tried, unit, lost)
    expect.soft(this.#lost).toEqual([])
    expect.soft(tried).toBeGreaterThan(0)
  }
}

/**
 * Enters a fault into the table at the end of a story that fails as soon as anything is lost.
 *
 * @param unit what was tried so often, in the plural
 */
export const survived = (fault: string, tried: number, unit: string): void => enter(fault, tried, unit, 0)

const TOLD = 'fault'

function enter(fault: string, tried: number, unit: string, lost: number): void {
  test.info().annotations.push({ type: TOLD, description: `${fault} | ${tried} ${unit} | ${lost}` })
}

/** Ends a run with a table: fault, times tried, lost. What failed before its count stands there by its name. */
export default class FaultTable implements Reporter {
  #drills: Suite | undefined

  onBegin(_config: unknown, drills: Suite): void {
    this.#drills = drills
  }

  onEnd(_result: FullResult): void {
    const rows = this.#drills!.allTests().flatMap(drill => {
      const told = drill.annotations.filter(({ type }) => type === TOLD).map(each => each.description!)
      const isBroken = told.length === 0 && drill.outcome() === 'unexpected'
      return isBroken ? [`${drill.title} | – | failed`] : told
    })
    if (rows.length === 0) return
    const table = ['fault | tried | lost', '--- | --- | ---', ...rows].map(row => `| ${row} |`)
    console.log(`\n${table.join('\n')}`)
  }
}
