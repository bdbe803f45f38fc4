export default { layout: 'article.njk', permalink: ({ page }) => `/a/${page.fileSlug}/` }
