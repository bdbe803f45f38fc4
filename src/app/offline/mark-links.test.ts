import { expect, test, vi } from 'vitest'

vi.stubGlobal('location', { href: 'https://site.example/' })
const { fileOf } = await import('./mark-links.ts')

test.each([
  ['/a/0123456789abcdef/', '/data/a/0123456789abcdef.json'],
  ['/', '/data/home.json'],
  ['/c/', '/data/c/page-1.json'],
  ['/c/%E9%9A%8F%E7%AC%94/page/2/', '/data/c/%E9%9A%8F%E7%AC%94/page-2.json'],
  ['/author/%E5%BC%A0%E4%B8%89/', '/data/author/%E5%BC%A0%E4%B8%89/page-1.json'],
  ['/archive/', '/data/archive.json'],
  ['/archive/2024/03/', '/data/archive/2024/03/page-1.json'],
  ['/categories/', '/data/tree.json'],
  ['/settings/', null],
  ['/constructor/', null],
])('the page %s needs %s', (path, file) => {
  expect(fileOf(path)).toBe(file)
})
