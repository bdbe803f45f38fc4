import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import dart from 'highlight.js/lib/languages/dart'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import dos from 'highlight.js/lib/languages/dos'
import elixir from 'highlight.js/lib/languages/elixir'
import go from 'highlight.js/lib/languages/go'
import graphql from 'highlight.js/lib/languages/graphql'
import groovy from 'highlight.js/lib/languages/groovy'
import haskell from 'highlight.js/lib/languages/haskell'
import http from 'highlight.js/lib/languages/http'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import latex from 'highlight.js/lib/languages/latex'
import less from 'highlight.js/lib/languages/less'
import lua from 'highlight.js/lib/languages/lua'
import makefile from 'highlight.js/lib/languages/makefile'
import markdown from 'highlight.js/lib/languages/markdown'
import nginx from 'highlight.js/lib/languages/nginx'
import objectivec from 'highlight.js/lib/languages/objectivec'
import perl from 'highlight.js/lib/languages/perl'
import php from 'highlight.js/lib/languages/php'
import powershell from 'highlight.js/lib/languages/powershell'
import properties from 'highlight.js/lib/languages/properties'
import protobuf from 'highlight.js/lib/languages/protobuf'
import python from 'highlight.js/lib/languages/python'
import r from 'highlight.js/lib/languages/r'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import scala from 'highlight.js/lib/languages/scala'
import scss from 'highlight.js/lib/languages/scss'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import vim from 'highlight.js/lib/languages/vim'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import {
  createElement,
  createText,
  type Element,
  elementsOf,
  getAttribute,
  isElement,
  isText,
  type Node,
  type Parent,
  setChildren,
} from '../html.ts'
import { guessLanguage } from './guess-language.ts'

const LANGUAGES = {
  bash, c, cpp, csharp, css, dart, diff, dockerfile, dos, elixir, go, graphql, groovy, haskell, http, ini, java, javascript, json, kotlin,
  latex, less, lua, makefile, markdown, nginx, objectivec, perl, php, powershell, properties, protobuf, python, r, ruby, rust, scala, scss,
  sql, swift, typescript, vim, xml, yaml,
} // biome-ignore format: a list
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language)
hljs.configure({ noHighlightRe: /$^/ })

/** Kinds of highlight.js by our short names, which `html-policy` lets through and `article.css` colours. */
const KINDS: [kind: string, scopes: RegExp][] = [
  ['c', /^(comment|quote|doctag)/],
  ['s', /^(string|regexp|char|link|code|formula)/],
  ['n', /^(number|literal|symbol|variable\.constant|bullet)/],
  ['k', /^(keyword|built_in|type|selector-tag|name|operator$|meta keyword)/],
  ['f', /^(title|section|selector-(class|id))/],
  ['m', /^(meta|attr|attribute|property|variable|template-variable|selector-(attr|pseudo)|tag$)/],
  ['i', /^addition/],
  ['d', /^deletion/],
]

/** Larger code stays plain: it costs time here and weight for the reader. */
const LARGEST_BLOCK = 8_000
const LARGEST_ARTICLE = 60_000
/** Some languages take time with the square of what has no end: a line, a word, a run of spaces or blank lines. */
const LONGEST_LINE = 500
const LONGEST_RUN = 120

/** Colours code at build. Its text stays the same to the letter; where the language is in doubt so does the rest. */
export function highlightCode(body: Parent): void {
  let total = 0
  for (const pre of elementsOf(body, 'pre')) {
    const holder = holderOf(pre)
    const [node, ...others] = holder.childNodes
    if (!node || !isText(node) || others.length > 0) continue
    total += node.value.length
    if (total > LARGEST_ARTICLE) return
    if (node.value.length <= LARGEST_BLOCK) highlightBlock(pre, holder, node.value)
  }
}

const holderOf = (pre: Element): Element =>
  (pre.childNodes.find(node => isElement(node, 'code')) as Element) ?? pre

function highlightBlock(pre: Element, holder: Element, code: string): void {
  const named = /^language-(.+)$/.exec(getAttribute(holder, 'class') ?? '')?.[1] ?? ''
  const language = named === '' || named === 'bash' ? guessLanguage(code, named) : named
  if (!Object.hasOwn(LANGUAGES, language) || isEndless(code)) return
  const nodes = tokensOf(code, language)
  if (nodes.every(isText)) return
  if (holder === pre) setChildren(pre, [createElement('code', { class: `language-${language}` }, nodes)])
  else {
    holder.attrs = [{ name: 'class', value: `language-${language}` }]
    setChildren(holder, nodes)
  }
}

/** Whether a line, a word or white space in the code is longer than any that people write. */
function isEndless(code: string): boolean {
  let line = 0
  let word = 0
  let space = 0
  for (let index = 0; index < code.length; index++) {
    const unit = code.charCodeAt(index)
    const isSpace = unit <= 32
    line = unit === 10 ? 0 : line + 1
    space = isSpace ? space + 1 : 0
    word = isSpace || isSign(unit) ? 0 : word + 1
    if (line > LONGEST_LINE || space > LONGEST_RUN || word > LONGEST_RUN) return true
  }
  return false
}

/** What ends a word of ASCII: signs but `$ - . _`. */
const isSign = (unit: number) =>
  (unit < 48 && unit !== 36 && unit !== 45 && unit !== 46) ||
  (unit > 57 && unit < 65) ||
  (unit > 90 && unit < 97 && unit !== 95) ||
  (unit > 122 && unit < 128)

/** Deeper scopes than this come of a thousand open brackets. */
const DEEPEST = 20

/** What highlight.js makes of the code: nested scopes, and the text between. */
interface Scope {
  scope?: string
  children: (Scope | string)[]
}

function tokensOf(code: string, language: string): Node[] {
  const result = hljs.highlight(code, { language, ignoreIllegals: true })
  // Its own output is a string of HTML; the tree behind it saves parsing that.
  const { rootNode } = (result as unknown as { _emitter: { rootNode: Scope } })._emitter
  return nodesOf(rootNode.children)
}

/** Text runs together, and a kind within the same kind is one. */
function nodesOf(children: (Scope | string)[], around = '', depth = 0): Node[] {
  if (depth > DEEPEST) return [createText(textWithin(children))]
  const nodes: Node[] = []
  for (const child of children) {
    const inner = typeof child === 'string' ? [createText(child)] : nodesOfScope(child, around, depth + 1)
    for (const node of inner) {
      const last = nodes.at(-1)
      if (isText(node) && last && isText(last)) last.value += node.value
      else nodes.push(node)
    }
  }
  return nodes
}

function nodesOfScope({ scope, children }: Scope, around: string, depth: number): Node[] {
  const kind = scope === undefined ? undefined : KINDS.find(([, scopes]) => scopes.test(scope))?.[0]
  const inner = nodesOf(children, kind ?? around, depth)
  return kind && kind !== around && inner.length > 0 ? [createElement('span', { class: kind }, inner)] : inner
}

/** All the text below, found without recursion. */
function textWithin(children: (Scope | string)[]): string {
  const texts: string[] = []
  const stack = [...children].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') texts.push(next)
    else for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index]!)
  }
  return texts.join('')
}
