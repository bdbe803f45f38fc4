export default {
  site: 'http://localhost',
  outDir: './out',
  cacheDir: './cache',
  vite: { cacheDir: './cache/vite' },
}
