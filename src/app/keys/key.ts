/**
 * What is pressed for a command: one character, or `g` and one more, with a space between them; empty for nothing. It is
 * the character that counts and not where it lies on a keyboard.
 */
export type Keys = string

/** The reader's own, by command. */
export type OwnKeys = Record<string, Keys>

/** Begins what takes two keys. */
export const FIRST_OF_TWO = 'g'

/** One character that is to be seen, or two with `g` first. */
const KEYS = /^(g \S|(?!g$)\S)$/u

export const isKeys = (text: string): boolean => KEYS.test(text)

/** What came out of storage, without what is no choice of keys: a record may be from another version, or damaged. */
export function asOwnKeys(record: unknown): OwnKeys {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return {}
  const isOne = ([, keys]: [string, unknown]) => typeof keys === 'string' && (keys === '' || isKeys(keys))
  return Object.fromEntries(Object.entries(record).filter(isOne)) as OwnKeys
}

/** What a press of a key counts as. */
type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode' | 'shiftKey' | 'getModifierState'
>

/** Said of a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229

/**
 * The character that was pressed, or null if the press belongs to the browser or to an input method, or makes none. Wide
 * forms count as the plain ones; a locked Caps Lock is overlooked.
 */
export function characterOf(press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD) return null
  const key = press.key.normalize('NFKC')
  if (!/^\S$/u.test(key)) return null
  if (!press.getModifierState('CapsLock')) return key
  return press.shiftKey ? key.toUpperCase() : key.toLowerCase()
}

interface HasKeys {
  id: string
  keys: Keys
}

/** The keys that hold for a command. */
export const keysOf = ({ id, keys }: HasKeys, own: OwnKeys): Keys => own[id] ?? keys

/** The other command, if there is one, that some keys are taken by. */
export function takenBy<Command extends HasKeys>(
  commands: Command[],
  own: OwnKeys,
  keys: Keys,
  id: string,
): Command | undefined {
  return keys === '' ? undefined : commands.find(other => other.id !== id && keysOf(other, own) === keys)
}

/** Gives keys to a command, and takes them from any other. */
export function giveKeys(commands: HasKeys[], own: OwnKeys, keys: Keys, id: string): OwnKeys {
  const given = { ...own, [id]: keys }
  const other = takenBy(commands, own, keys, id)
  if (other) given[other.id] = ''
  for (const each of commands) if (given[each.id] === each.keys) delete given[each.id]
  return given
}
