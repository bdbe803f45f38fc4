/** A window with room for a list beside an article; `shell.css` says the same. */
export const WIDE = '(min-width: 80rem)'
