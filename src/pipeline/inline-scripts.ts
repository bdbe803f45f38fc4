import { build } from 'vite'

/** The scripts that stand in documents themselves, so that no request delays what they do. */
const ENTRIES = {
  /** In every document. */
  start: 'src/app/start-document.ts',
  /** In the head of an article whose text is set before it is painted. */
  typeset: 'src/app/article/typeset-document.ts',
}

export const buildStartScript = (): Promise<string> => buildScript('start')

export const buildTypesetScript = (): Promise<string> => buildScript('typeset')

async function buildScript(name: keyof typeof ENTRIES): Promise<string> {
  const entry = ENTRIES[name]
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'script', fileName: name },
    },
  })
  const [bundle] = [result].flat()
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} makes no bundle`)
  return `<script>${bundle.output[0].code.trim()}</script>`
}
