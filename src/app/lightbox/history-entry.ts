interface PictureState {
  /** The router's own count of entries. */
  idx?: number
  /** The picture that is open in this entry. */
  picture?: number
}

const stateOf = (state: unknown): PictureState => (state ?? {}) as PictureState

/** The picture that the current entry of the browser's history has open. */
export const pictureInHistory = (): number | undefined => stateOf(history.state).picture

/** An entry of the browser's history for a picture that is open: Back closes it. */
export interface Entry {
  /** Goes back, if the reader has not. */
  leave(): void
  /** Stays: the reader has gone elsewhere. */
  forget(): void
}

/** The entry shares the page's key and place, so the router need not hear of it, coming or going. */
export function enterPicture(picture: number, onBack: () => void): Entry {
  const { idx } = stateOf(history.state)
  if (pictureInHistory() === undefined) history.pushState({ ...history.state, picture }, '')
  const listening = new AbortController()
  addEventListener(
    'popstate',
    event => {
      const state = stateOf(event.state)
      listening.abort()
      if (state.idx !== idx || state.picture !== undefined) return // further than the page below
      event.stopImmediatePropagation()
      onBack()
    },
    { capture: true, signal: listening.signal },
  )
  let isLeft = false
  return {
    leave() {
      if (isLeft || listening.signal.aborted) return
      isLeft = true
      history.back()
    },
    forget: () => listening.abort(),
  }
}
