import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAllowedAttribute } from '../../shared/html-policy.ts'
import {
  createElement,
  createText,
  elementsOf,
  getAttribute,
  parseHtml,
  serializeHtml,
  textOf,
} from '../html.ts'
import { highlightCode } from './highlight-code.ts'
import { KNOWN } from './language-of.ts'

const highlighted = (html: string) => {
  const tree = parseHtml(html)
  highlightCode(tree)
  return serializeHtml(tree)
}
const block = (code: string, language?: string) => {
  const holder = createElement('code', language ? { class: `language-${language}` } : {}, [createText(code)])
  const body = createElement('div', {}, [createElement('pre', {}, [holder])])
  highlightCode(body)
  return body
}

test('words are marked by their kind', () => {
  expect(highlighted('<pre><code class="language-javascript">let a = "b" // c\ngo(1)</code></pre>')).toBe(
    '<pre><code class="language-javascript"><span class="k">let</span> a = <span class="s">"b"</span> <span class="c">// c</span>\n' +
      '<span class="f">go</span>(<span class="n">1</span>)</code></pre>',
  )
})

test('a language that is plain to see need not be named', () => {
  expect(highlighted('<pre>const a = () => {\n  console.log(1)\n}</pre>')).toContain(
    '<code class="language-javascript">',
  )
})

describe('code stays plain', () => {
  test.each([
    ['of an unknown language', '<pre><code class="language-nonesuch">let a = 1</code></pre>'],
    ['of no plain language', '<pre><code>a b c</code></pre>'],
    ['with links in it', '<pre><code class="language-javascript">let a = <a href="x">1</a></code></pre>'],
    ['within a line', '<p><code class="language-javascript">let a = 1</code></p>'],
    [
      'with very long lines',
      `<pre><code class="language-javascript">let a = "${'x'.repeat(1100)}"</code></pre>`,
    ],
    ['of great length', `<pre><code class="language-javascript">${'let a = 1\n'.repeat(810)}</code></pre>`],
    ['named as an object has names', '<pre><code class="language-constructor">let a = 1</code></pre>'],
  ])('%s', (_, html) => {
    expect(highlighted(html)).toBe(html)
  })

  test('after the first sixty thousand letters of an article', () => {
    const html = highlighted(
      `<pre><code class="language-javascript">${'let a = 1\n'.repeat(700)}</code></pre>`.repeat(10),
    )
    expect(html.split('</pre>').map(each => each.includes('<span'))).toEqual([
      ...Array(8).fill(true),
      false,
      false,
      false,
    ])
  })
})

describe('every language', () => {
  test.each([...KNOWN])('%s leaves the text as it is and gives only classes that are allowed', language => {
    const pieces = [
      'if',
      ' ',
      '\n',
      '"',
      "'",
      '<a b="c">',
      '</a>',
      '{',
      '}',
      '/*',
      '*/',
      '//',
      '#',
      '$x',
      '0x1f',
      '`',
      '\\',
      '(',
      ')',
      '=',
      '汉字',
      '@x',
      ':',
      ';',
      'class A',
      '<?php',
      '---',
      '&lt;',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), parts => {
        const code = parts.join('')
        const body = block(code, language)
        expect(textOf(body).replace(/^\n+|\n+$/g, '')).toBe(code.replace(/^\n+|\n+$/g, ''))
        for (const span of elementsOf(body, 'span'))
          expect(isAllowedAttribute('span', 'class', getAttribute(span, 'class')!)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
