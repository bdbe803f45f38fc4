import { type Element, elementsOf, getAttribute, isElement, type Parent } from '../html.ts'

/** How the same language is also called. */
const ALIASES: Record<string, string> = {
  js: 'javascript', jsx: 'javascript', mjs: 'javascript', node: 'javascript', ts: 'typescript', tsx: 'typescript',
  py: 'python', python3: 'python', rb: 'ruby', rs: 'rust', golang: 'go', kt: 'kotlin', cs: 'csharp', 'c#': 'csharp', 'c++': 'cpp', cc: 'cpp', h: 'c', hpp: 'cpp',
  sh: 'bash', shell: 'bash', zsh: 'bash', console: 'bash', shellsession: 'bash', terminal: 'bash', cmd: 'dos', bat: 'dos', ps1: 'powershell', ps: 'powershell',
  html: 'xml', htm: 'xml', xhtml: 'xml', svg: 'xml', vue: 'xml', wxml: 'xml', plist: 'xml', yml: 'yaml', toml: 'ini', conf: 'ini', cfg: 'ini', env: 'ini',
  docker: 'dockerfile', md: 'markdown', tex: 'latex', objc: 'objectivec', 'objective-c': 'objectivec', mysql: 'sql', plsql: 'sql', pgsql: 'sql', postgresql: 'sql', tsql: 'sql',
  patch: 'diff', make: 'makefile', json5: 'json', jsonc: 'json', sass: 'scss', stylus: 'css', wxss: 'css', nginxconf: 'nginx', gradle: 'groovy', protobuf: 'protobuf', proto: 'protobuf', pl: 'perl', ex: 'elixir', hs: 'haskell',
} // biome-ignore format: a table

/** What stands in a class where a language would, and is none. */
const NONE = new Set(
  'text plain plaintext txt none nohighlight no-highlight copyable hljs highlight code pre prettyprint linenums shiki source auto undefined null default prism prettyprinted copy codehilite chroma wrap nocode syntax sourcecode ql-syntax has block line-numbers ai-word-checked brush'.split(
    ' ',
  ),
)

/**
 * The language of a block of code as its source names it, by its usual name: `language-js`, `lang-js`, `brush: js`,
 * `highlight js`, `<code class="typescript">`. Empty if it names none.
 */
export function languageOf(pre: Element): string {
  const inner = elementsOf(pre, 'code').slice(0, 1)
  for (const element of [...inner, pre, ...boxesOf(pre)]) {
    const named = firstOf(element, 'data-lang', 'data-language', 'lang')
    if (named && !element.attrs.some(({ name, value }) => name === 'lang' && /^(zh|en)\b/i.test(value)))
      return usual(named)
    const found = fromClass(getAttribute(element, 'class') ?? '', element === pre || inner.includes(element))
    if (found) return found
  }
  return ''
}

/** The boxes that highlighters put around code. */
function boxesOf(pre: Element): Element[] {
  const boxes: Element[] = []
  let parent = pre.parentNode as Parent | null
  for (
    let level = 0;
    level < 5 &&
    parent &&
    'tagName' in parent &&
    isElement(parent, 'div', 'figure', 'td', 'tr', 'tbody', 'table');
    level++
  ) {
    if (/highlight|lang|code|brush|crayon|syntax/i.test(getAttribute(parent, 'class') ?? ''))
      boxes.push(parent)
    parent = parent.parentNode as Parent | null
  }
  return boxes
}

function fromClass(value: string, isCode: boolean): string {
  const marked =
    /(?:^|\s)(?:language|lang|highlight-source|highlight|brush|code-snippet_)[-_:]\s*([\w+#.-]+)/i.exec(
      value,
    )?.[1] ?? /(?:^|\s)(?:highlight|brush:)\s+([\w+#.-]+)/i.exec(value)?.[1]
  if (marked) return usual(marked)
  if (!isCode) return ''
  for (const name of value.split(/\s+/)) {
    const language = usual(name)
    if (language && (ALIASES[name.toLowerCase()] || KNOWN.has(language))) return language
  }
  return ''
}

function usual(name: string): string {
  const lower = name
    .toLowerCase()
    .replace(/^(source-|lang(uage)?-)/, '')
    .replace(/[;,].*$/, '')
  if (NONE.has(lower) || !/^[\w+#.-]{1,30}$/.test(lower)) return ''
  return Object.hasOwn(ALIASES, lower) ? ALIASES[lower]! : lower
}

function firstOf(element: Element, ...names: string[]): string {
  for (const name of names) {
    const value = getAttribute(element, name)?.trim()
    if (value && usual(value)) return value
  }
  return ''
}

/** The languages that are highlighted. */
export const KNOWN: ReadonlySet<string> = new Set(
  'bash c cpp csharp css dart diff dockerfile dos elixir go graphql groovy haskell http ini java javascript json kotlin latex less lua makefile markdown nginx objectivec perl php powershell properties protobuf python r ruby rust scala scss sql swift typescript vim xml yaml'.split(
    ' ',
  ),
)
