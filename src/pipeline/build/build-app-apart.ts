import { spawnSync } from 'node:child_process'

/** Set in a process that is to build the app and nothing else. */
const FLAG = 'APP_ONLY'

export const isAppOnly = (): boolean => process.env[FLAG] === '1'

/**
 * Lets the same command build the app in a process of its own, whose memory is then free again: Vite's bundler keeps a
 * quarter of a gigabyte until its process ends, which a large site has better use for. Nothing happens where Vite was
 * not started as a command.
 */
export function buildAppApart(): void {
  if (isAppOnly() || !/[\\/]vite(\.js)?$/.test(process.argv[1] ?? '')) return
  spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [FLAG]: '1' },
  })
}
