/** Arbitrary seeds and bodies, for property tests: from plain noise to what real ones look like when they are damaged. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url))

/** Seeds that are in order: those of the site itself and of the fixtures. */
export const soundSeeds: string[] = [SEEDS, FIXTURES].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(txt|md|html)$/.test(name) && !name.endsWith('expected.html'))
    .sort()
    .map(name => readFileSync(`${folder}/${name}`, 'utf8')),
)

/** The body of a seed that is in order. */
export const bodyOf = (seed: string): string => seed.replace(/^\s*---\n[\s\S]*?\n---\n/, '')

const name = fc.constantFrom(
  ...(
    'p div span b i em strong u font a img br hr h1 h2 h6 ul ol li dl dt dd table thead tbody tr td th caption col colgroup figure ' +
    'figcaption blockquote pre code details summary ruby rt rp sup sub section center small q del ins mark wbr bdo time abbr aside ' +
    'script style svg math mtext mglyph foreignObject title textarea select option button input form iframe video audio source ' +
    'object embed template noscript noframes noembed xmp plaintext listing frameset frame base link meta marquee nobr main article ' +
    'header nav body html head slot dialog my-element x:y hmb image annotation-xml desc'
  ).split(' '),
)

const address = fc.constantFrom(
  'https://e.example/a.png',
  'http://e.example/a.jpg?b=c&d=e',
  '//e.example/a.png',
  '/a/b',
  '#n1',
  '#%',
  'none.png',
  'data:image/png;base64,AAAA',
  'javascript:x()',
  ' java\nscript:x()',
  'https://proxy.example/?http://e.example/a.jpg',
  'https://proxy.example/?javascript:x()',
  'https://link.zhihu.com/?target=javascript%3Ax()',
  'https://bank.example@e.example/',
  'mailto:a@e.example',
)

const attributeName = fc.constantFrom(
  ...(
    'id class style href src title alt width height name onclick onerror onload data-original data-src data-height data-width ' +
    'data-origin srcset colspan rowspan span start type reversed open lang dir datetime scope tabindex target rel hidden align is slot ' +
    'action formaction srcdoc xlink:href xmlns color size referrerpolicy loading data-look popover ping usemap autofocus'
  ).split(' '),
)

const value = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  address,
  fc.constantFrom(
    '1',
    '0',
    '-1',
    '99999',
    '1e9',
    '800',
    '600',
    '100%',
    '',
    'n1',
    'in-n1',
    'table-box',
    'lazy',
    'emoji',
  ),
  fc.constantFrom(
    '</style>',
    '-->',
    '"><script>x()</script>',
    '&quot;',
    '\u202e',
    'display:none',
    'text-align:center',
  ),
)

const attribute = fc
  .tuple(attributeName, fc.constantFrom('="', "='", '='), value)
  .map(([key, quote, text]) => ` ${key}${quote}${text}${quote.slice(1)}`)

const openTag = fc
  .tuple(name, fc.array(attribute, { maxLength: 4 }), fc.constantFrom('>', '>', '>', '/>', '', ' >'))
  .map(([tag, attributes, end]) => `<${tag}${attributes.join('')}${end}`)

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '图 1：说明',
    '（图源：某某）',
    '新华社记者 林岸 摄',
    '渡口的早晨。',
    '“ 引文 ”',
    ' ',
    '\n\n',
    '&nbsp;',
    '&lt;script&gt;',
    '&#x202e;',
    '&#0;&#xD800;',
    'Class<? extends Plugin>',
    'a<b<c',
    '\u0301'.repeat(20),
    '\u00a0',
    '\u200b',
  ),
)

const piece = fc.oneof(
  { weight: 4, arbitrary: openTag },
  { weight: 3, arbitrary: text },
  { weight: 3, arbitrary: name.map(tag => `</${tag}>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<br><br>',
      '<!-- x -->',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE html>',
      '<?php ?>',
      '<',
      '</',
      '<a href="',
      '<p></p>',
    ),
  },
)

/** Tag soup of the dialect and of its enemies. */
export const anyBody = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))

const frontMatterLine = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ...'title categories author date updated headimg thumbnail cover tags excerpt lang link source comments __proto__ constructor'.split(
          ' ',
        ),
      ),
      fc.constantFrom(': ', ':', ' : ', '：'),
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        address,
        fc.constantFrom(
          '2021-08-07 02:22:05',
          'Sun, 11 Jul 2021 20:07:12 GMT',
          'Invalid Date',
          "'quoted'",
          '"""\'x\'"""',
          '[a, b]',
          '[[a], [b, c, d, e]]',
          '|',
          '&a x',
          '*a',
          '!!js/function x',
          '{a: {b: c}}',
          '\u202ex',
        ),
      ),
    )
    .map(([key, colon, content]) => key + colon + content),
  fc.constantFrom(
    ' - 新媒体',
    '    - ZAKER - 时政',
    '- x',
    '---',
    '...',
    '#',
    '\t',
    '',
    ' - - x',
    '}',
    '? x',
    '%YAML 1.1',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const written = fc
  .tuple(
    fc.constantFrom('', '\n', '\ufeff', '\ufeff\n', '\r\n', ' '),
    fc.constantFrom('---\n', '--- \n', '---\r\n', '', '----\n'),
    fc.constantFrom('title: x\n', 'title: x\n', 'title: x\n', ''),
    fc.array(frontMatterLine, { maxLength: 8 }),
    fc.constantFrom('\n---\n', '\n---\r\n', '\n--- \n', '\n---', ''),
    anyBody,
  )
  .map(
    ([start, opening, title, lines, closing, body]) =>
      start + opening + title + lines.join('\n') + closing + body,
  )

/** A sound seed that was cut off, torn, or had bytes of it changed. */
const damaged = fc
  .tuple(
    fc.constantFrom(...soundSeeds),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 4,
    }),
  )
  .map(([seed, end, changes]) => {
    const bytes = Buffer.from(seed.slice(0, 6000))
    for (const [place, byte] of changes)
      if (bytes.length > 0) bytes[Math.floor(place * (bytes.length - 1))] = byte
    return Uint8Array.from(bytes.subarray(0, Math.ceil(end * bytes.length)))
  })

const encoded = new TextEncoder()

/** The bytes of a file under the name of a seed. */
export const anySeed: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: written.map(seed => encoded.encode(seed)) },
  { weight: 2, arbitrary: damaged },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(written, fc.uint8Array({ maxLength: 4 }))
      .map(([seed, noise]) => Uint8Array.from([...encoded.encode(seed), ...noise])),
  },
)
