/**
 * Seeds that are hard work, for tests and the bench: each kind is something that has made other readers slow or
 * ended them. A kind's work grows with `size` in proportion.
 */

interface Heavy {
  /** The size of a seed that must still be no trouble. */
  size: number
  make: (size: number) => string
}

const seed = (body: string, ...lines: string[]) =>
  [
    '---',
    ...(lines.some(line => line.startsWith('title:')) ? lines : ['title: heavy', ...lines]),
    '---',
    body,
  ].join('\n')
const inBody = (size: number, make: (size: number) => string): Heavy => ({
  size,
  make: count => seed(make(count)),
})
const inHead = (size: number, make: (size: number) => string[]): Heavy => ({
  size,
  make: count => seed('<p>text</p>', ...make(count)),
})
/** `piece` so many times; `#` in it is the number of each. */
const times = (piece: string) => (count: number) =>
  piece.includes('#')
    ? Array.from({ length: count }, (_, index) => piece.replaceAll('#', String(index))).join('')
    : piece.repeat(count)

const deep = (open: string) => inBody(10_000, count => `${open.repeat(count)}deep`)
const within = (open: string, piece: string, size: number, close = '') =>
  inBody(size, count => open + times(piece)(count) + close)
const wide = (piece: string, size = 20_000) => inBody(size, times(piece))

/** Every kind of inline element, one in the other: whatever they hold must not be copied once per kind and line. */
const INLINES =
  'b i em strong u s small big tt code q cite dfn kbd samp var sub sup mark abbr span bdi ins del'
const inlineTower = INLINES.split(' ')
  .map(tag => `<${tag}>`)
  .join('')
  .repeat(6)

export const heavySeeds: Record<string, Heavy> = {
  'div, deep': deep('<div>'),
  'b, deep': deep('<b>'),
  'font of many colours, deep': inBody(10_000, count => `${times('<font color="#">')(count)}deep`),
  'span, deep': deep('<span>'),
  'blockquote, deep': deep('<blockquote>'),
  'list, deep': deep('<ul><li>'),
  'table, deep': deep('<table><tr><td>'),
  'figure, deep': deep('<figure>'),
  'svg, deep': deep('<svg>'),
  'details, deep': deep('<details><summary>'),
  'end tags of nothing': wide('</b></div></p>', 50_000),

  paragraphs: wide('<p>text</p>'),
  'paragraphs with pictures': wide('<p><img src="https://e.example/#.jpg" width="800" height="500"></p>'),
  'pictures, loose': wide('<img src="https://e.example/#.jpg">'),
  'pictures without address': wide('<img>x'),
  'pictures that are not beside the seed': wide('<img src="none-#.jpg">', 5_000),
  'pictures with captions': wide('<p><img src="https://e.example/#.jpg"></p><p>图 1：说明</p>', 10_000),
  'pictures in one paragraph': within('<p>', '<img src="https://e.example/#.jpg">', 20_000),
  'pictures in one figure': within('<figure>', '<img src="https://e.example/#.jpg">x', 20_000),
  breaks: wide('<br>', 100_000),
  'lines and breaks': wide('line<br><br>'),
  'empty paragraphs': wide('<p> </p>'),
  'empty spans in one paragraph': within('<p>x', '<span> </span>', 20_000),
  'table cells': within('<table><tr>', '<td>x</td>', 20_000),
  'table rows': within('<table>', '<tr><td>x</td></tr>', 20_000),
  'text that strayed into a table': within('<table>', 'x<br>', 20_000),
  'paragraphs that strayed into a table': within('<table>', '<p>x</p>', 20_000),
  'list items': within('<ul>', '<li>x</li>', 20_000),
  'text that strayed into a list': within('<ul><li>x</li>', 'x<b>y</b>', 20_000),
  'captions of one figure': within(
    '<figure><img src="https://e.example/a.jpg">',
    '<figcaption>x</figcaption>',
    20_000,
  ),
  headings: wide('<h1 id="h#">x</h1>'),
  'links to ids': wide('<a href="#n#">x</a><p id="n#">y</p>', 10_000),
  comments: wide('x<!-- -->', 50_000),
  'hidden elements': wide('<p hidden>x</p>'),
  scripts: wide('<script>x</script>'),

  'b without end': wide('<b>', 100_000),
  'a without end': wide('<a href="/#">x', 50_000),
  'font without end': wide('<font color="#">x', 50_000),
  'font without end in paragraphs': wide('<p><font color="#">x</p>'),
  'nobr without end': wide('<nobr>x', 50_000),
  'a around blocks without end': wide('<a href="/#"><div>x', 10_000),
  'b and i crosswise': wide('<b>x<i>y</b>z</i>'),
  'b around paragraphs crosswise': wide('<b><p>x</b></p>'),
  'a tower of inline elements around lines': inBody(
    20_000,
    count => `${inlineTower}${'x<br><br>'.repeat(count)}`,
  ),
  'buttons and forms without end': wide('<form><button><div></form>', 10_000),
  'templates without end': wide('<template>', 10_000),

  '20 MB in one line': inBody(20_000_000, count => '一'.repeat(count / 4) + 'x'.repeat(count / 4)),
  'spaces in one line': inBody(2_000_000, count => `x${' '.repeat(count)}x`),
  'line ends in plain text': inBody(50_000, count => 'x\n'.repeat(count)),
  'an attribute of 1 MB': inBody(1_000_000, count => `<p title="${'x'.repeat(count)}">text</p>`),
  'an address of 1 MB': inBody(1_000_000, count => `<a href="${'//x?https:'.repeat(count / 10)}">text</a>`),
  'a proxied address of 1 MB': inBody(
    1_000_000,
    count => `<img src="${'https://p.example/?'.repeat(count / 19)}https://e.example/a.jpg">`,
  ),
  'a srcset of 1 MB': inBody(1_000_000, count => `<img srcset="${'a.jpg 1x, '.repeat(count / 10)}">`),
  'a style of 1 MB': inBody(1_000_000, count => `<p style="${'display : '.repeat(count / 10)}">text</p>`),
  'attributes of one element': inBody(50_000, count => `<p ${times(' a#="x"')(count)}>text</p>`),
  'stray <': wide('<', 50_000),
  'stray <a': wide('<a ', 50_000),
  'stray </': wide('</', 50_000),
  'stray <!--': wide('<!--', 50_000),
  'a name without end': inBody(1_000_000, count => `<${'a-'.repeat(count / 2)}`),
  entities: wide('&lt;&amp;&#x41;&notit;', 50_000),
  ampersands: wide('&', 1_000_000),
  'words without a space': wide('word'.repeat(5), 50_000),
  'brackets that open a caption': inBody(
    20_000,
    count => `<p><img src="https://e.example/a.jpg"></p><p>${'（图'.repeat(count)}</p>`,
  ),

  keys: inHead(20_000, count => Array.from({ length: count }, (_, index) => `key${index}: x`)),
  'the same key': inHead(5_000, count => Array<string>(count).fill('author: x')),
  categories: inHead(20_000, count => ['categories:', ...Array<string>(count).fill(' - name')]),
  'category paths': inHead(20_000, count => [
    `categories: [${Array.from({ length: count }, (_, index) => `[a, b${index}]`).join()}]`,
  ]),
  tags: inHead(50_000, count => [`tags: [${Array<string>(count).fill('tag').join()}]`]),
  'a title of 1 MB': inHead(1_000_000, count => [`title: ${'题'.repeat(count / 3)}`]),
  'a title of quotes': inHead(50_000, count => [`title: ${'"'.repeat(count)}x${'"'.repeat(count)}`]),
  'a title of entities': inHead(50_000, count => [`title: ${'&#123;'.repeat(count)}`]),
  'lines that are not YAML': inHead(2_000, count => Array<string>(count).fill('title: "a" b: c')),
  'lines of nothing': inHead(20_000, count => Array<string>(count).fill('}')),
  'flow collections, deep': inHead(10_000, count => [`tags: ${'['.repeat(count)}`]),
  'lists, deep': inHead(10_000, count => [`tags: ${'- '.repeat(count)}x`]),
  'aliases of aliases': inHead(20_000, count => [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 8 }, (_, index) => {
      const previous = String.fromCharCode(97 + index)
      return `${String.fromCharCode(98 + index)}: &${String.fromCharCode(98 + index)} [${Array<string>(9).fill(`*${previous}`).join()}]`
    }),
    `tags: [${Array<string>(count).fill('*i').join()}]`,
  ]),
  anchors: inHead(5_000, count => Array.from({ length: count }, (_, index) => `k${index}: &a${index} x`)),
  'front matter without end': {
    size: 1_000_000,
    make: count => `---\ntitle: x\n${'-- x\n'.repeat(count / 5)}`,
  },
  'blank lines before the front matter': {
    size: 1_000_000,
    make: count => `${'\n'.repeat(count)}---\ntitle: x\n---\nx`,
  },
  'blank lines and no front matter': {
    size: 1_000_000,
    make: count => `${' \n'.repeat(count / 2)}x`,
  },
}
