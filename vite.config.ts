import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { manifest } from './src/pipeline/manifest.ts'
import { shiye } from './src/pipeline/plugin.ts'
import { Problems } from './src/pipeline/problems.ts'
import { readOrigin, readSite, SITE_FILE } from './src/pipeline/read-site.ts'

const seedsDir = process.env.SEEDS_DIR || 'seeds'
const problems = new Problems()
const site = {
  ...readSite(seedsDir, problems.reportFor(`${seedsDir}/${SITE_FILE}`)),
  origin: readOrigin(process.env.SITE_URL),
}

export default defineConfig({
  appType: 'mpa', // unknown addresses are the site's own 404 page, never the home page
  define: { __SITE__: JSON.stringify(site) },
  plugins: [
    react(),
    shiye({ seedsDir, site, problems, strict: process.env.STRICT === '1' }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      injectRegister: false, // src/app/register-worker.ts does it, under Trusted Types
      manifest: manifest(site),
      injectManifest: {
        globPatterns: ['assets/**/*.{js,css}', 'shell.html', 'icon.svg', 'icon-192.png'],
      },
    }),
  ],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
