import { describe, expect, test } from 'vitest'
import { parseHtml, serializeHtml } from '../html.ts'
import { tidyCode } from './tidy-code.ts'

const tidy = (html: string) => {
  const tree = parseHtml(html)
  tidyCode(tree)
  return serializeHtml(tree)
}

describe('every way to set code becomes one', () => {
  test.each([
    [
      'spans of a highlighter',
      '<pre class="hljs language-js"><code><span class="hljs-keyword">let</span> a</code></pre>',
      '<pre><code class="language-javascript">let a</code></pre>',
    ],
    [
      'a class that is a name',
      '<pre><code class="typescript">a</code></pre>',
      '<pre><code class="language-typescript">a</code></pre>',
    ],
    [
      'a brush',
      '<pre class="brush: java; gutter: true">a</pre>',
      '<pre><code class="language-java">a</code></pre>',
    ],
    [
      'a box that names it',
      '<div class="highlight-source-shell"><pre>a</pre></div>',
      '<div class="highlight-source-shell"><pre><code class="language-bash">a</code></pre></div>',
    ],
    [
      'a class that names none',
      '<pre class="shiki ai-word-checked"><code class="copyable">a</code></pre>',
      '<pre><code>a</code></pre>',
    ],
    ['code without any', '<pre>a</pre>', '<pre>a</pre>'],
    ['line breaks', '<pre>a<br>  b<br><br>c</pre>', '<pre>a\n  b\n\nc</pre>'],
    [
      'lines in boxes',
      '<pre><div class="line">a</div><div class="line"></div><div class="line">b</div></pre>',
      '<pre>a\n\nb</pre>',
    ],
    [
      'a code element for each line',
      '<pre data-lang="python"><code>a</code><code><br></code><code>  b</code></pre>',
      '<pre><code class="language-python">a\n\n  b</code></pre>',
    ],
    [
      'numbered lines',
      '<pre><ul class="pre-numbering"><li>1</li></ul><code>a</code></pre>',
      '<pre><code>a</code></pre>',
    ],
    ['no-break spaces', '<pre>curl\u00a0-L\u00a0\u00a0x</pre>', '<pre>curl -L  x</pre>'],
    [
      'blank lines at its ends',
      '<pre><code>\n\n  a\n\nb  \n\n</code></pre>',
      '<pre><code>  a\n\nb</code></pre>',
    ],
  ])('%s', (_, html, expected) => {
    expect(tidy(html)).toBe(expected)
  })

  test('a table of line numbers and code', () => {
    const html =
      '<figure class="highlight js"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span></pre></td>' +
      '<td class="code"><pre><span class="line">a</span><br><span class="line">  b</span></pre></td></tr></table></figure>'
    expect(tidy(html)).toBe(
      '<figure class="highlight js"><pre><code class="language-javascript">a\n  b</code></pre></figure>',
    )
  })

  test('a table of numbered lines within the code', () => {
    const line = (number: number, text: string) =>
      `<tr><td class="hljs-ln-numbers">${number}</td><td class="hljs-ln-code">${text}</td></tr>`
    expect(
      tidy(
        `<pre><code class="go hljs"><table class="hljs-ln">${line(1, 'a')}${line(2, ' b')}</table></code></pre>`,
      ),
    ).toBe('<pre><code class="language-go">a\n b</code></pre>')
  })
})

test('a table of data that holds code stays', () => {
  const html = '<table><tbody><tr><td>列出文件</td><td><pre>ls</pre></td></tr></tbody></table>'
  expect(tidy(html)).toBe(html)
})

test('stress and links of the author stay in code', () => {
  expect(tidy('<pre><code><span>a</span> <b>b</b> <a href="https://e.example">c</a><br>d</code></pre>')).toBe(
    '<pre><code>a <b>b</b> <a href="https://e.example">c</a>\nd</code></pre>',
  )
})

test('paragraphs and pictures in a pre are no code', () => {
  expect(tidy('<pre><p>a</p><p><img src="x"></p></pre>')).toBe('<div><p>a</p><p><img src="x"></p></div>')
})

test('the language of a text is none of code', () => {
  expect(tidy('<pre lang="zh-CN">a</pre>')).toBe('<pre>a</pre>')
})
