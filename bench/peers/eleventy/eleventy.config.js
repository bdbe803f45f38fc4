const PAGE_SIZE = 20

export default function (config) {
  config.addPassthroughCopy('pages/site.css')
  config.addCollection('articles', api => newestFirst(api.getFilteredByGlob('pages/a/*.html')))
  config.addCollection('lists', api => listsOf(newestFirst(api.getFilteredByGlob('pages/a/*.html'))))
  config.addFilter('excerpt', html =>
    html
      .replace(/<[^>]*>/g, '')
      .trim()
      .slice(0, 110),
  )
  config.addFilter('day', date => date.toISOString().slice(0, 10))
  config.addFilter('latest', articles => articles.slice(0, PAGE_SIZE))
  config.addFilter('firstPages', lists => lists.filter(list => list.number === 1))
  config.addFilter('paths', names => names.map((_, depth) => names.slice(0, depth + 1)))
  return {
    dir: { input: 'pages', includes: '../layouts', output: 'out' },
    htmlTemplateEngine: false, // bodies are HTML and stay as they are
  }
}

const newestFirst = articles => articles.toSorted((a, b) => b.date - a.date)

/** Every page of every category, an article in its own and in those above it. */
function listsOf(articles) {
  const categories = new Map([['', articles]])
  for (const article of articles)
    article.data.categories.forEach((_, depth, names) => {
      const path = `${names.slice(0, depth + 1).join('/')}/`
      if (!categories.has(path)) categories.set(path, [])
      categories.get(path).push(article)
    })
  return [...categories].flatMap(([path, all]) => {
    const pages = Math.ceil(all.length / PAGE_SIZE)
    return Array.from({ length: pages }, (_, index) => ({
      path,
      number: index + 1,
      pages,
      count: all.length,
      articles: all.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    }))
  })
}
