import { defineCollection } from 'astro:content'
import { readdir, readFile } from 'node:fs/promises'
import { z } from 'astro/zod'
import yaml from 'js-yaml'

/** Astro's own loader takes no HTML files; as Markdown it would convert what is HTML already. This one keeps their cache too. */
const htmlFiles = {
  name: 'html-files',
  async load({ store, parseData, generateDigest, config }) {
    const folder = new URL('./articles/', config.root)
    const gone = new Set(store.keys())
    for (const file of await readdir(folder)) {
      const id = file.replace('.html', '')
      const text = await readFile(new URL(file, folder), 'utf8')
      gone.delete(id)
      const digest = generateDigest(text)
      if (store.get(id)?.digest === digest) continue
      const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
      store.set({ id, digest, data: await parseData({ id, data: yaml.load(head) }), body })
    }
    for (const id of gone) store.delete(id)
  },
}

const articles = defineCollection({
  loader: htmlFiles,
  schema: z.object({
    title: z.string(),
    categories: z.array(z.string()),
    author: z.string(),
    date: z.coerce.date(),
    thumbnail: z.string().nullable(),
  }),
})

export const collections = { articles }
