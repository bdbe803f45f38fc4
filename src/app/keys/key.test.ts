import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { asOwnKeys, characterOf, giveKeys, isKeys, keysOf, takenBy } from './key.ts'

const press = (key: string, more: Partial<KeyboardEvent> & { locked?: boolean } = {}) =>
  characterOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: name => name === 'CapsLock' && more.locked === true,
    ...more,
  })

describe('characterOf', () => {
  it('is the character, wherever its key lies', () => {
    expect(press('j')).toBe('j')
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('？')).toBe('?')
    expect(press('é')).toBe('é')
  })
  it('overlooks a locked Caps Lock', () => {
    expect(press('J', { locked: true })).toBe('j')
    expect(press('j', { locked: true, shiftKey: true })).toBe('J')
  })
  it('leaves the browser, and input methods, what is theirs', () => {
    for (const more of [
      { ctrlKey: true },
      { metaKey: true },
      { altKey: true },
      { isComposing: true },
      { keyCode: 229 },
    ])
      expect(press('j', more)).toBeNull()
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'F5', ' ', 'Dead', 'Process'])
      expect(press(key)).toBeNull()
  })
})

describe('the commands', () => {
  it('have each a name and keys of their own, as they come', () => {
    const ids = commands.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, keys } of commands) {
      expect(isKeys(keys), id).toBe(true)
      expect(takenBy(commands, {}, keys, id), id).toBeUndefined()
    }
  })
})

const ids = fc.constantFrom(...commands.map(({ id }) => id))
const characters = fc.constantFrom(...'abcjklmxyz?/+-,')
const chosen = fc.oneof(
  fc.constant(''),
  characters,
  characters.map(character => `g ${character}`),
)

describe('giveKeys', () => {
  it('never leaves keys with two commands, and gives them to the one that was asked for', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, chosen), { minLength: 1 }), changes => {
        let own = {}
        for (const [id, keys] of changes) own = giveKeys(commands, own, keys, id)
        const held = commands.map(command => keysOf(command, own)).filter(Boolean)
        expect(new Set(held).size).toBe(held.length)
        const [id, keys] = changes.at(-1)!
        expect(keysOf(commands.find(command => command.id === id)!, own)).toBe(keys)
        expect(asOwnKeys(JSON.parse(JSON.stringify(own)))).toEqual(own)
      }),
    ))
  it('forgets what is as it came', () => {
    const changed = giveKeys(commands, {}, 'x', 'next')
    expect(changed).toEqual({ next: 'x' })
    expect(giveKeys(commands, changed, 'j', 'next')).toEqual({})
  })
})

it('takes nothing from storage but keys', () =>
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      for (const keys of Object.values(asOwnKeys(value))) expect(keys === '' || isKeys(keys)).toBe(true)
    }),
  ))

it('does not take the first of two keys for one, nor what is not to be seen', () => {
  for (const keys of ['g', 'gh', 'g ', ' ', 'g g h', '']) expect(isKeys(keys)).toBe(false)
  expect(asOwnKeys({ next: 'n', home: 'g x', open: '', back: 'xy', list: 5 })).toEqual({
    next: 'n',
    home: 'g x',
    open: '',
  })
})
