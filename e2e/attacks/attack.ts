/**
 * A piece of markup or text that tries to do something on the page. If it runs a script, it calls `hit` with the
 * number of the attack, so that a failure says which it was.
 */
export interface Attack {
  number: number
  name: string
  text: string
}

/** The host that only attacks ask for anything. */
export const EVIL = 'https://evil.example'

/** The host of the articles' own pictures. */
export const PICTURES = 'https://pictures.example'

let count = 0

/** Numbers the attacks of a table. `HIT` in a text becomes the call, `EVIL` the address of a host not to be asked. */
export function attacks(table: string[]): Attack[] {
  return table.map(template => {
    const number = ++count
    const text = template.replaceAll('HIT', `__hit(${number})`).replaceAll('EVIL', `${EVIL}/${number}`)
    return { number, name: template.slice(0, 100), text }
  })
}
