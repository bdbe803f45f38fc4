import { expect, test, vi } from 'vitest'

vi.mock('./data/site.ts', () => ({
  site: { name: 'n', description: 'd', language: 'ja', timeZone: 'Asia/Tokyo', origin: null, base: '/' },
}))

test('the pages of a site in Japanese are made in Japanese, and bring its words along', async () => {
  const { render } = await import('./entry-server.tsx')
  const { html, head, modules } = await render('/settings/', {})
  expect(html).toContain('<h1 tabindex="-1">設定</h1>')
  expect(html).toContain('>カテゴリー</a>')
  expect(JSON.stringify(head)).toContain('設定 - n')
  expect(modules).toContain('src/app/i18n/dictionaries/ja.ts')
})
