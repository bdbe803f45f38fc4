import { build } from 'vite'

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
