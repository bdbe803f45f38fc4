import { getCollection } from 'astro:content'

export const PAGE_SIZE = 20

export const latest = (await getCollection('articles')).sort((a, b) => b.data.date - a.data.date)

/** An article is in its own category and in those above it; the empty path has them all. */
export const categories = new Map([['', latest]])

for (const article of latest)
  article.data.categories.forEach((_, depth, names) => {
    const path = names.slice(0, depth + 1).join('/')
    if (!categories.has(path)) categories.set(path, [])
    categories.get(path).push(article)
  })

export const day = (date: Date) => date.toISOString().slice(0, 10)

export const excerpt = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .trim()
    .slice(0, 110)
