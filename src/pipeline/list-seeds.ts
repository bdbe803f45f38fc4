import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { compareText } from './problems.ts'

/** Paths of all seeds below the folder, with `/` between names, in a fixed order. */
export function listSeeds(seedsDir: string): string[] {
  return readdirSync(seedsDir, { recursive: true, encoding: 'utf8' })
    .map(path => path.split(sep).join('/'))
    .filter(path => /\.(txt|md|html)$/i.test(path) && !/(^|\/)\./.test(path))
    .sort(compareText)
}

/** A file of the seeds folder as the publisher knows it: from the folder the command was started in. */
export const nameOfFile = (seedsDir: string, path: string): string =>
  relative('.', join(seedsDir, path)).split(sep).join('/')
