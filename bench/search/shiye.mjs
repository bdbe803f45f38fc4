import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Shiye's own index, and the search of its worker, both by the code of the site. */
export const shiye = {
  name: 'Shiye',
  language: 'zh-CN',
  // Quotes say nothing where there is no space.
  ways: { 'as typed': query => query },

  /** The code is TypeScript, and made ready here, so that its time is none of the index. */
  async prepare(site, folder) {
    const { build } = await import('vite')
    const bundle = (name, isSsr) =>
      build({
        configFile: false,
        logLevel: 'error',
        build: {
          outDir: folder,
          emptyOutDir: false,
          ssr: isSsr,
          minify: !isSsr,
          rollupOptions: {
            input: join(import.meta.dirname, name),
            preserveEntrySignatures: 'strict',
            output: { entryFileNames: '[name].js' },
          },
        },
        ssr: { noExternal: true },
      })
    await bundle('shiye-index.mjs', true)
    await bundle('shiye-page.mjs', false)
    mkdirSync(join(folder, 'data'))
    symlinkSync(join(site, 'data/a'), join(folder, 'data/a'))
  },

  async writeIndex(site, folder) {
    const { writeIndex } = await import(join(folder, 'shiye-index.js'))
    writeIndex(site, folder)
  },

  isIndex: file => /^data\/search\/.*\.\w+$/.test(file),

  async showFirst(query) {
    const { showFirst } = await import('/shiye-page.js')
    return showFirst(query)
  },

  async findAll(query) {
    const { findAll } = await import('/shiye-page.js')
    return findAll(query)
  },

  readIds: () => id => id,
}
