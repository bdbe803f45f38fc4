import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SEEDS } from '../sites.ts'

export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/drills', import.meta.url))

/** The built site. */
export const DIST = `${CACHE}/dist`

/** Where the built site is served, and beside it the modules of the app one by one. */
export const PORT = Number(process.env.DRILL_PORT || 4491)
export const DEV_PORT = PORT + 1
/** For a server that a drill starts itself. */
export const OWN_PORT = PORT + 2

export const LAUNCH = ['--no-sandbox', '--disable-background-networking', '--no-first-run']

/** Articles with pictures of a host that drills answer for. */
export const drillPictures = {
  host: 'https://drill-pictures.example/',
  ids: Array.from({ length: 500 }, (_, at) => `d411${String(at).padStart(12, '0')}`),
}

/** Adds them to the seeds of the tested sites. */
export function makeDrillSeeds(): void {
  for (const [at, id] of drillPictures.ids.entries())
    writeFileSync(
      `${SEEDS}/e2e/drill_${id}.txt`,
      [
        '---',
        `title: '图片之${at}'`,
        'categories: [演习, 图片]',
        'date: 2017-01-01 08:00:00',
        '---',
        ...['a', 'b'].map(
          name =>
            `<p>图片 ${name}。</p><p><img src="${drillPictures.host}${at}-${name}.png" width="1200" height="800"></p>`,
        ),
      ].join('\n'),
    )
}
