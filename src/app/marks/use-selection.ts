import { useEffect, useState } from 'react'

/** A press on a selection takes it away a moment after the finger is lifted. */
const QUIET_MS = 100

/** What the reader has selected in a body, once they are done selecting; what reaches beyond the body is cut off. */
export function useSelection(body: HTMLElement): { range: Range | null; clear: () => void } {
  const [range, setRange] = useState<Range | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    let timer: ReturnType<typeof setTimeout> | undefined
    let isPressed = false
    const look = () => setRange(before => same(before, selectedIn(body)))
    document.addEventListener(
      'selectionchange',
      () => {
        if (!isPressed) look()
      },
      { signal },
    )
    addEventListener(
      'pointerdown',
      ({ target }) => {
        // A press on what is offered for a selection may take the selection away before it does what it is for.
        isPressed = true
        clearTimeout(timer)
        if (!(target as Element).closest('.mark-menu')) setRange(null)
      },
      { signal },
    )
    look() // the reader may have been quicker than this script
    for (const type of ['pointerup', 'pointercancel'])
      addEventListener(
        type,
        () => {
          isPressed = false
          timer = setTimeout(look, QUIET_MS)
        },
        { signal },
      )
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [body])
  return { range, clear: () => getSelection()?.removeAllRanges() }
}

/** The selected stretch of a body: null for none, and where the body is but a piece of what is selected. */
function selectedIn(body: HTMLElement): Range | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  const beginsInside = body.contains(range.startContainer)
  const endsInside = body.contains(range.endContainer)
  if (!beginsInside && !endsInside) return null
  if (!beginsInside) range.setStart(body, 0)
  if (!endsInside) range.setEnd(body, body.childNodes.length)
  return range.toString().trim() === '' ? null : range
}

function same(before: Range | null, now: Range | null): Range | null {
  const isSame =
    before &&
    now &&
    before.startContainer === now.startContainer &&
    before.startOffset === now.startOffset &&
    before.endContainer === now.endContainer &&
    before.endOffset === now.endOffset
  return isSame ? before : now
}
