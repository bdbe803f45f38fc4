/**
 * Says whether the home page has something to go on with. It is kept where `start-document.ts` finds it, so that
 * the shelf's room is there from the first paint on.
 */
export function keepShelfRoom(isFull: boolean): void {
  const mark = isFull ? 'full' : ''
  document.documentElement.dataset.shelf = mark
  try {
    localStorage.setItem('shiye.shelf', mark)
  } catch {
    // Without storage there is no shelf either.
  }
}
