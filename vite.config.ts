import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { readShard } from './src/pipeline/build/parts.ts'
import { manifest } from './src/pipeline/manifest.ts'
import { shiye } from './src/pipeline/plugin.ts'
import { Problems } from './src/pipeline/problems.ts'
import { readOrigin, readSite, SITE_FILE } from './src/pipeline/read-site.ts'

const seedsDir = process.env.SEEDS_DIR || 'seeds'
const problems = new Problems()
const { pictures, media, host, ...settings } = readSite(
  seedsDir,
  problems.reportFor(`${seedsDir}/${SITE_FILE}`),
)
const site = { ...settings, origin: readOrigin(process.env.SITE_URL) }

/** React Router's main entry is its development build, warnings and all; readers get the other. */
const production = (entry: string) =>
  fileURLToPath(new URL(`./node_modules/react-router/dist/production/${entry}.mjs`, import.meta.url))

/** Components of React Router that nobody uses leave the bundle only once it says that to make them has no effect. */
const markPure: Plugin = {
  name: 'mark-pure',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/react-router\// },
    handler: code => ({
      code: code
        .replace(/^\w+\.displayName = "[\w.]+";$/gm, '')
        .replace(/^(var \w+ = )(?=React\w*\.(forwardRef|memo|createContext)\()/gm, '$1/* @__PURE__ */ '),
      map: null,
    }),
  },
}

const appManifest = manifest(site)

/** Libraries that few readers need and all would have to load with the app. */
const HEAVY = /node_modules\/(opencc-js|pinyin-pro|chart\.js|chartjs-chart-matrix)\//

/** What most readers come to: its scripts are fetched together. The names of all others' would be in the first scripts. */
const COMMON = /\/(HomePage|ListPage|ReadingTools|enliven-body|record-visit)-/
/** There already, whenever another script is asked for. */
const FIRST = /\/(react|libraries|app|rolldown-runtime)-[\w-]{8}\.js$/

export default defineConfig(({ command }) => ({
  appType: 'custom', // pages are served by the plugin, in development and in the preview
  define: { __SITE__: JSON.stringify(site), __PICTURES__: JSON.stringify(pictures) },
  plugins: [
    react(),
    markPure,
    shiye({
      seedsDir,
      site,
      pictures,
      media,
      problems,
      strict: process.env.STRICT === '1',
      cacheDir: (process.env.CACHE_DIR ?? '.cache') || null,
      shard: readShard(process.env.SHARD),
      partsDir: process.env.MERGE || null,
      host,
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      injectRegister: false, // src/app/register-worker.ts does it, under Trusted Types
      manifest: appManifest,
      integration: {
        // A relative `id` would be taken from the origin: two sites on one host would be one app.
        configureOptions: ({ base }) => {
          appManifest.id = base
        },
      },
      injectManifest: {
        globPatterns: ['assets/**/*.{js,css}', 'shell.html', 'icon.svg', 'icon-192.png'],
        globIgnores: ['assets/on-use/**'], // kept by the worker once somebody uses them
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      // Those of the first page wait in the document: see deferScripts in src/pipeline/prerender.ts.
      resolveDependencies: (file, scripts, { hostId, hostType }) =>
        hostType === 'html' || (/assets\/(index|app)-/.test(hostId) && !COMMON.test(file))
          ? []
          : scripts.filter(script => !FIRST.test(script)),
    },
  },
  environments: {
    client: {
      build: {
        rollupOptions: {
          output: {
            chunkFileNames: ({ moduleIds }) =>
              `assets/${moduleIds.some(id => HEAVY.test(id)) ? 'on-use/' : ''}[name]-[hash].js`,
            // Three files that every page needs instead of a handful, each short enough to run between two taps: React,
            // the other libraries, ours; a fourth for lists.
            codeSplitting: {
              groups: [
                {
                  name: 'react',
                  test: /node_modules\/(react|react-dom|scheduler)\/|app\/dom\.ts|rolldown\/runtime/,
                },
                {
                  name: 'libraries',
                  test: /node_modules\/(react-router|@tanstack\/(react-query|query-core))\//,
                },
                {
                  name: 'app',
                  test: /src\/(shared\/(addr|page-data|site)|app\/(article\/Article|data\/(fetch|kept|query|site|watch)|i18n\/[fl]|ui\/(first|[Tt]oast)|settings\/setting-))/,
                },
                {
                  // What the reader has, as every tool and page of theirs needs it.
                  name: 'storage',
                  test: /node_modules\/idb\/|src\/app\/(storage\/(?!kept)|(sync\/(state|file-place)|backup\/(unreadable|last-backup)|history\/(visit|read-mark)|marks\/mark|mute\/mute-rule|saved\/saved-article)\.ts)/,
                },
                {
                  name: 'lists',
                  test: /src\/(shared\/article|app\/(browse\/(ArticleL|Entry\.|CategoryT|Pager|count|encode-p|list-n|queries|use-[mp]|list-p)|history\/article-states|mute\/(use|MutedL)|ui\/Cover))/,
                },
              ],
            },
          },
        },
      },
    },
  },
  resolve: {
    alias:
      command === 'build'
        ? [
            { find: /^react-router$/, replacement: production('index') },
            { find: /^react-router\/dom$/, replacement: production('dom-export') },
          ]
        : [],
  },
  // Properties of arbitrary texts take their time where others work too. Vitest would leave one of two cores alone.
  test: { include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000, maxWorkers: '100%' },
}))
