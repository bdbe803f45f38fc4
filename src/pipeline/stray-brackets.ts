/** The elements of HTML, old ones too: https://html.spec.whatwg.org/multipage/indices.html#elements-3 */
const ELEMENTS = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend ' +
    'li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p ' +
    'param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

/** Elements that prose speaks of by name. Without attributes and never closed, they are no markup. */
const SPOKEN_OF = new Set(
  'a abbr audio button canvas data datalist dialog fieldset form head i iframe input label object option output progress q s script select slot style summary template textarea time title u var video'.split(
    ' ',
  ),
)

/** Elements whose content the parser takes as it is: left open, they would swallow the rest of the article. */
const RAW = new Set('iframe noembed noframes noscript script style textarea title xmp'.split(' '))

/** What highlighters put into code. */
const CODE_PARTS = new Set('span code br'.split(' '))
const EMPHASIS = new Set('a b i em strong u s mark sub sup del ins kbd var small font'.split(' '))
const BLOCKS = new Set('p div ul ol li table tbody tr td th section figure img blockquote pre'.split(' '))
const CONTROLS = new Set(['button', 'svg'])
const HIGHLIGHTER =
  /class\s*=\s*["']?[^"'>]{0,80}(hljs|token|line|code|highlight|syntax|gutter|prism|shiki|copy)|class\s*=\s*["']?[a-z]{1,2}\d?["'\s>]|style\s*=\s*["'][^"'>]{0,80}color/i
/** Lists and tables that some highlighters lay lines out in. */
const LAID_OUT =
  /<(?:table|ul|ol|li|div|p|td|tr)\s[^<>]{0,200}class\s*=\s*["']?(?:[\w-]+\s+){0,3}(?:hljs-ln|lines?|line-?numbers?|linenos?|linenums|pre-numbering|gutter|(?:code|token|view|cm|highlight|CodeMirror)-line)["'\s>]/i
/** Attributes that only the code of a page has: `className=`, `onClick={…}`, `v-if=`, `@click=`, `:key=`. */
const SOURCE_ATTRIBUTE = /[\s"'](className|on[A-Z]\w*|v-[a-z-]+|[@:#[(*][\w.-]+\]?\)?)\s*=|=\s*\{/

/** No tag is longer than this, but for pictures in `data:` addresses. */
const LONGEST_TAG = 4000
const LONGEST_INLINE_CODE = 2000

/**
 * Feeds do not escape `<` in code and prose: `Class<? extends Plugin>`, `SRAM<HMB<FTL`, `<application android:…>`. Makes
 * text of what no author meant as markup, so that no parser takes it for an element and what follows for its attributes.
 *
 * Outside of code that is what begins no element of HTML, no custom one (with a hyphen or colon) and no comment, what
 * has no end, and what would have to be closed and never is. In code it is all but what highlighters write.
 * Time is linear: each `<` is looked at once and no further than `LONGEST_TAG`.
 *
 * @param tell is told of every insertion: the offset in `html`, and how many characters the text grew by
 */
export function escapeStrayBrackets(html: string, tell?: (offset: number, length: number) => void): string {
  if (!html.includes('<')) return html
  const closings = new Closings(html)
  const parts: string[] = []
  let done = 0
  let code: CodeRegion | undefined
  const escapeAt = (index: number) => {
    parts.push(html.slice(done, index), '&lt;')
    tell?.(index, 3)
    done = index + 1
  }
  for (let index = html.indexOf('<'); index >= 0; index = html.indexOf('<', index + 1)) {
    if (code && index >= code.end) code = undefined
    if (html.startsWith('!--', index + 1)) {
      const end = index >= closings.lastComment ? -1 : html.indexOf('-->', index)
      if (end < 0) escapeAt(index)
      else index = end
      continue
    }
    if (html[index + 1] === '!' && /^(doctype|\[CDATA)/i.test(html.slice(index + 2, index + 9))) continue
    const tag = tagAt(html, index)
    if (!tag || (code ? !code.isMarkup(tag, closings) : isStray(tag, closings))) {
      escapeAt(index)
      continue
    }
    if (tag.isEnd) continue
    if (RAW.has(tag.name)) {
      const end = closings.next(tag.name, tag.end)
      if (end >= 0) index = end
      else {
        parts.push(html.slice(done, tag.end), `</${tag.name}>`)
        tell?.(tag.end, tag.name.length + 3)
        done = tag.end
      }
    } else if (!code && (tag.name === 'pre' || tag.name === 'code')) {
      const end = closings.next(tag.name, tag.end)
      if (end >= 0 && (tag.name === 'pre' || end - tag.end <= LONGEST_INLINE_CODE))
        code = new CodeRegion(html.slice(index, end), tag, end)
    }
  }
  parts.push(html.slice(done))
  return parts.join('')
}

interface Tag {
  name: string
  isEnd: boolean
  /** What stands between the name and `>`. */
  attributes: string
  /** Index after `>`. */
  end: number
  isClosed: boolean
}

/** A tag as almost all are, without `<` or `>` in its attributes. */
const ORDINARY = /(\/?)([a-z][a-z\d]*)((?:\s[^<>"']*(?:"[^"<>]*"[^<>"']*)*)?)>/iy
const NAME = /(\/?)([a-z][\w:.-]*)(?=[\s/>])/iy

function tagAt(html: string, index: number): Tag | undefined {
  ORDINARY.lastIndex = index + 1
  const ordinary = ORDINARY.exec(html)
  if (ordinary) return tagOf(ordinary, ordinary[3]!, ORDINARY.lastIndex, true)
  NAME.lastIndex = index + 1
  const match = NAME.exec(html)
  if (!match) return undefined
  const start = NAME.lastIndex
  const limit = Math.min(html.length, start + LONGEST_TAG)
  let quote = ''
  for (let end = start; end < limit; end++) {
    const character = html[end]!
    if (quote) {
      if (character === quote) quote = ''
    } else if ((character === '"' || character === "'") && /[=\s]/.test(html[end - 1]!)) quote = character
    else if (character === '>' || character === '<')
      return tagOf(match, html.slice(start, end), end + 1, character === '>')
  }
  return tagOf(match, html.slice(start, limit), limit, limit < html.length)
}

const tagOf = (match: RegExpExecArray, attributes: string, end: number, isClosed: boolean): Tag => ({
  name: match[2]!.toLowerCase(),
  isEnd: match[1] === '/',
  attributes,
  end,
  isClosed,
})

function isStray(tag: Tag, closings: Closings): boolean {
  const { name, attributes } = tag
  if (!ELEMENTS.has(name)) return !/[-:]/.test(name) || !tag.isClosed
  if (name === 'plaintext') return true // would swallow the rest of the article
  if (tag.isEnd) return false
  const hasValues = /=\s*["'\w/#]/.test(attributes)
  if (!tag.isClosed) return !hasValues
  if (hasValues) return false
  if (/[^\s\w/:.@="'-]/.test(attributes)) return true // <b && c>
  return attributes.trim() === '' && SPOKEN_OF.has(name) && closings.last(name) < tag.end
}

/** A stretch of code, in which little is markup. End tags go the way of their start tags. */
class CodeRegion {
  readonly end: number
  readonly #isEscaped: boolean
  readonly #isCode: boolean
  readonly #showsSource: boolean
  readonly #open = new Map<string, boolean[]>()
  /** The copy button or icon that the place is in: whatever stands there is markup. */
  #control = ''

  constructor(html: string, opening: Tag, end: number) {
    this.end = end
    this.#isEscaped = /&(lt|#0*60|#x0*3c);/i.test(html)
    this.#isCode =
      opening.name === 'code' || /<code[\s>]/i.test(html) || /\sclass\s*=/i.test(opening.attributes)
    this.#showsSource = !this.#isEscaped && !LAID_OUT.test(html) && this.#findsSource(html)
  }

  isMarkup(tag: Tag, closings: Closings): boolean {
    const { name } = tag
    if (this.#control) {
      if (tag.isEnd && name === this.#control) this.#control = ''
      return true
    }
    if (!ELEMENTS.has(name)) return false
    const open = this.#open.get(name)
    if (tag.isEnd) return open?.pop() ?? !this.#showsSource
    const isMarkup = !isStray(tag, closings) && this.#isPart(tag)
    if (isMarkup && CONTROLS.has(name)) this.#control = name
    else if (open) open.push(isMarkup)
    else this.#open.set(name, [isMarkup])
    return isMarkup
  }

  #isPart({ name, attributes }: Tag): boolean {
    if (SOURCE_ATTRIBUTE.test(attributes)) return false
    if (CONTROLS.has(name)) return /copy|btn|button|tool|icon/i.test(attributes)
    if (CODE_PARTS.has(name) || EMPHASIS.has(name) || BLOCKS.has(name)) {
      if (HIGHLIGHTER.test(attributes) || name === 'br' || name === 'code') return true
      return !this.#showsSource
    }
    return this.#isEscaped
  }

  /** Whether the stretch shows the source of a page, as it holds what no highlighter writes. */
  #findsSource(html: string): boolean {
    for (const [, name, attributes] of html.matchAll(/<([a-z][\w:.-]*)([^<>]{0,300})/gi)) {
      const tag = name!.toLowerCase()
      if (SOURCE_ATTRIBUTE.test(attributes!)) return true
      if (CODE_PARTS.has(tag) || EMPHASIS.has(tag) || CONTROLS.has(tag) || tag === 'path') continue
      if (HIGHLIGHTER.test(attributes!)) continue
      if (ELEMENTS.has(tag) && (!BLOCKS.has(tag) || (this.#isCode && tag !== 'pre'))) return true
    }
    return false
  }
}

/** Where elements are closed. What was found once is not looked for again. */
class Closings {
  readonly #html: string
  #last: Map<string, number> | undefined
  readonly #next = new Map<string, { from: number; index: number }>()
  readonly lastComment: number

  constructor(html: string) {
    this.#html = html
    this.lastComment = html.lastIndexOf('-->')
  }

  /** The last place, or -1. */
  last(name: string): number {
    this.#last ??= this.#findLast()
    return this.#last.get(name) ?? -1
  }

  #findLast(): Map<string, number> {
    const last = new Map<string, number>()
    for (const match of this.#html.matchAll(/<\/([a-z][a-z\d]*)/gi))
      last.set(match[1]!.toLowerCase(), match.index)
    return last
  }

  /** The first place at or after `from`, or -1. */
  next(name: string, from: number): number {
    if (this.last(name) < from) return -1
    const known = this.#next.get(name)
    if (known && known.from <= from && from <= known.index) return known.index
    const closing = new RegExp(`</${name}`, 'gi')
    closing.lastIndex = from
    const index = closing.exec(this.#html)?.index ?? -1
    this.#next.set(name, { from, index })
    return index
  }
}
