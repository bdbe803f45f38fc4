import { build } from 'vite'
import type { PageData } from '../shared/page-data.ts'

/** What runs in the head of an article, before its text is painted. */
const ENTRY = 'src/app/article/typeset-document.ts'

/** The element with that script: one of few inline ones, so that no request delays the text. */
export async function buildTypesetScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      lib: { entry: ENTRY, formats: ['iife'], name: 'typesetDocument', fileName: 'typeset' },
    },
  })
  const [bundle] = [result].flat()
  if (!bundle || !('output' in bundle)) throw new Error(`${ENTRY} makes no bundle`)
  return `<script>${bundle.output[0].code.trim()}</script>`
}

/** What could look otherwise when it is set: nearly all Chinese text, and no other. */
const COULD_CHANGE =
  /["…—]|-{2}|\.{3}|。{3}|[\p{sc=Han}、-】！-？“”](?:[\s,.:;?!()]|&nbsp;)|(?:[\s()]|&nbsp;)[\p{sc=Han}、-】！-？“”]/u

/** Whether a page shows an article whose text the script has something to do with. */
export function needsTypesetting(files: PageData['files']): boolean {
  return Object.values(files).some(file => {
    const { body, lang } = (file ?? {}) as { body?: unknown; lang?: unknown }
    if (typeof body !== 'string' || typeof lang !== 'string' || !/^zh/i.test(lang)) return false
    return COULD_CHANGE.test(body.replace(/<[^>]*>/g, ''))
  })
}
