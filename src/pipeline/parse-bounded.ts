import { defaultTreeAdapter, Parser, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { readTextRuns } from './read-text-runs.ts'

/**
 * So many formatting elements (`b`, `font`, `a`, …) that were never closed are opened again in every paragraph that
 * follows, as HTML asks for. Without a limit `<p><font color=1>x<p><font color=2>x…` makes a tree of the square of its
 * length.
 */
const MAX_REOPENED = 4

/** How parse5 marks an element in its list of formatting elements; its enum is no part of the public module. */
const ELEMENT_ENTRY = 1

/** Parses a fragment by the rules of HTML, with that one limit. */
export function parseBounded(html: string, withLines: boolean): Tree.DocumentFragment {
  const parser = Parser.getFragmentParser(null, {
    treeAdapter: defaultTreeAdapter,
    sourceCodeLocationInfo: withLines,
  })
  if (!withLines) readTextRuns(parser.tokenizer)
  limitFormatting(parser.activeFormattingElements)
  parser.tokenizer.write(html, true)
  return parser.getFragment()
}

/** Lets the oldest formatting element go when there are too many: it is closed by its end tag, and not opened again. */
function limitFormatting(list: Parser<Tree.DefaultTreeAdapterMap>['activeFormattingElements']): void {
  const push = list.pushElement
  list.pushElement = (element, token) => {
    push.call(list, element, token)
    let entry = list.newest
    for (let count = 0; count < MAX_REOPENED && entry?.type === ELEMENT_ENTRY; count++) entry = entry.older
    if (entry?.type === ELEMENT_ENTRY) list.removeEntry(entry)
  }
}
