import { fileURLToPath } from 'node:url'

export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/drills', import.meta.url))

/** Where the built site is served, and beside it the modules of the app one by one. */
export const PORT = Number(process.env.DRILL_PORT || 4491)
export const DEV_PORT = PORT + 1

export const LAUNCH = ['--no-sandbox', '--disable-background-networking', '--no-first-run']
