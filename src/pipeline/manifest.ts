import type { ManifestOptions } from 'vite-plugin-pwa'
import { historyPath } from '../shared/addresses.ts'
import type { Site } from '../shared/site.ts'

/** Addresses in a manifest are relative to it, so they hold under any base. */
const relative = (path: string) => `.${path}`

/** The web app manifest: https://www.w3.org/TR/appmanifest/ */
export const manifest = (site: Omit<Site, 'base'>): Partial<ManifestOptions> => ({
  id: './',
  name: site.name,
  short_name: site.name,
  description: site.description,
  lang: site.language,
  start_url: './',
  scope: './',
  display: 'standalone',
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
  shortcuts: [
    {
      name: '全部文章 All articles',
      short_name: '全部 All',
      url: relative('/c/'),
    },
    {
      name: '阅读历史 History',
      short_name: '历史 History',
      url: relative(historyPath),
    },
  ],
})
