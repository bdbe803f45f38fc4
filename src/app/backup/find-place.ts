import { type JSONPath, visit } from 'jsonc-parser'

/** Where a text stops being JSON. Lines and columns count from one. */
export function findFault(text: string): { line: number; column: number; isAtEnd: boolean } {
  let fault: { line: number; column: number; isAtEnd: boolean } | null = null
  const isEnd = (offset: number) => text.slice(offset, offset + 1000).trim() === ''
  const read = () =>
    visit(
      text,
      {
        onError: (_, offset, length, startLine, startCharacter) => {
          // A text in quotes that never ends is reported where it begins.
          fault ??= {
            line: startLine + 1,
            column: startCharacter + 1,
            isAtEnd: isEnd(offset) || isEnd(offset + length),
          }
        },
      },
      { disallowComments: true },
    )
  try {
    read()
  } catch {
    // Nested deeper than anything of ours.
  }
  return fault ?? { line: 1, column: 1, isAtEnd: false }
}

/** The line on which a part of a JSON text begins. */
export function findPlace(text: string, path: JSONPath): number {
  let line = 1
  const wanted = JSON.stringify(path)
  const look = (startLine: number, current: JSONPath) => {
    if (current.length === path.length && JSON.stringify(current) === wanted) line = startLine + 1
  }
  visit(text, {
    onObjectBegin: (_, __, startLine, ___, pathOf) => look(startLine, pathOf()),
    onArrayBegin: (_, __, startLine, ___, pathOf) => look(startLine, pathOf()),
    onLiteralValue: (_, __, ___, startLine, ____, pathOf) => look(startLine, pathOf()),
  })
  return line
}
