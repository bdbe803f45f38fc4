import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShared } from './shared-link.ts'

const shared = (params: Record<string, string>) => readShared(new URLSearchParams(params))

test.each([
  [{ url: 'https://e.org/a', title: '河岸' }, 'https://e.org/a', '河岸'],
  [
    { text: '【河岸】https://e.org/a，复制这段文字', title: '' },
    'https://e.org/a',
    '【河岸】 ，复制这段文字',
  ],
  [{ text: 'https://e.org/a', title: '河岸' }, 'https://e.org/a', '河岸'],
  [{ title: 'https://e.org/a' }, 'https://e.org/a', ''],
  [{ url: 'javascript:alert(1)', title: 'x' }, null, 'x'],
  [{ url: 'data:text/html,<script>alert(1)</script>' }, null, ''],
  [{ url: `https://e.org/${'a'.repeat(10_000)}` }, null, ''],
  [{}, null, ''],
])('%j', (params, address, title) => {
  expect(shared(params as Record<string, string>)).toEqual({ address, title })
})

test('whatever is shared, an address is one of the web, and a title is short', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.webUrl().map(url => `看 ${url}。`),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('url', 'text', 'title'), text), params => {
      const { address, title } = shared(params)
      if (address !== null) expect(['http:', 'https:']).toContain(new URL(address).protocol)
      expect(title.length).toBeLessThanOrEqual(121)
    }),
  )
})
