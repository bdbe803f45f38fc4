import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Chromium without windows and profiles. */
const SHELL = 'chromium-headless-shell'

/**
 * The system's Chromium: `CHROMIUM_PATH`, or the first of its usual names on the PATH. On Debian root gets it
 * installed.
 *
 * @throws an Error that says in one sentence what to install
 */
export function findChromium(): string {
  const found = process.env.CHROMIUM_PATH || onPath(NAMES)
  if (found && isExecutable(found)) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('No Chromium found; installing it with apt-get')
    const apt = (...args: string[]) =>
      execFileSync('apt-get', args, { stdio: 'inherit', env: aptEnvironment })
    apt('update', '-q')
    apt('install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    const installed = onPath(NAMES)
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH to its program.',
  )
}

/** The browser for most stories: the same, or its shell where that is installed, which is quicker. */
export const findShell = (): string => (!process.env.CHROMIUM_PATH && onPath([SHELL])) || findChromium()

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

const onPath = (names: string[]) =>
  names
    .flatMap(name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)))
    .find(isExecutable)

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
