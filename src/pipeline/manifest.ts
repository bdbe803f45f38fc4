import type { ManifestOptions } from 'vite-plugin-pwa'
import { archivePath, backupPath, historyPath, openPath, randomPath, savedPath } from '../shared/addresses.ts'
import type { Site } from '../shared/site.ts'

/** Addresses in a manifest are relative to it, so they hold under any base. */
const relative = (path: string) => `.${path}`

/** The web app manifest: https://www.w3.org/TR/appmanifest/ */
export const manifest = (site: Omit<Site, 'base'>): Partial<ManifestOptions> => ({
  name: site.name,
  short_name: site.name,
  description: site.description,
  lang: site.language,
  dir: /^(ar|fa|he|ur)\b/.test(site.language) ? 'rtl' : 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  display_override: ['standalone', 'minimal-ui'],
  // A link or a shortcut comes to the window that is open, as src/app/install/launches.ts says; nothing is loaded anew there.
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  // What the page of backups writes, plain and encrypted.
  file_handlers: [
    {
      action: relative(backupPath),
      accept: { 'application/json': ['.json'], 'application/octet-stream': ['.shiye'] },
    },
  ],
  share_target: {
    action: relative(openPath),
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded', // the default, but Chromium warns without it
    params: { title: 'title', text: 'text', url: 'url' },
  },
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  categories: ['news', 'books', 'magazines'],
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
    {
      src: 'icon-maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
  screenshots: [
    {
      src: 'screenshots/phone.png',
      sizes: '780x1688',
      type: 'image/png',
      form_factor: 'narrow',
      label: '阅读文章 Reading an article',
    },
    {
      src: 'screenshots/desktop.png',
      sizes: '1440x900',
      type: 'image/png',
      form_factor: 'wide',
      label: '首页 Home',
    },
  ],
  shortcuts: shortcuts.map(({ path, icon, zh, en }) => ({
    name: site.language.startsWith('zh') ? zh : en,
    url: relative(path),
    icons: [{ src: `shortcuts/${icon}.png`, sizes: '192x192', type: 'image/png' }],
  })),
})

/** What the app's icon offers when it is held down. */
const shortcuts = [
  { path: historyPath, icon: 'history', zh: '阅读历史', en: 'History' },
  { path: savedPath, icon: 'saved', zh: '稍后读', en: 'Saved' },
  { path: randomPath, icon: 'random', zh: '随便看一篇', en: 'Random article' },
  { path: archivePath, icon: 'archive', zh: '归档', en: 'Archive' },
]
