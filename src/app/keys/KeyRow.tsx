import { type KeyboardEvent, useRef, useState } from 'react'
import { useSay, type Words } from '../i18n/language.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { KeyCaps } from './KeyCaps.tsx'
import { characterOf, FIRST_OF_TWO, giveKeys, type Keys, keysOf, takenBy } from './key.ts'
import { keepOwnKeys, useOwnKeys } from './own-keys.ts'

/** Waiting for a key, or for the second of two; or for what to do about keys that another command has. */
type Asking = 'key' | 'second key' | { keys: Keys; other: Command }

/** A command and its keys; pressing them, and then others, changes them. */
export function KeyRow({ command }: { command: Command }) {
  const say = useSay()
  const own = useOwnKeys()
  const [asking, setAsking] = useState<Asking | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const keys = keysOf(command, own)
  const isListening = typeof asking === 'string'

  const give = (keys: Keys) => {
    keepOwnKeys(giveKeys(commands, own, keys, command.id))
    setAsking(null)
  }
  const hear = (character: string) => {
    if (asking === 'key' && character === FIRST_OF_TWO) return setAsking('second key')
    const keys = asking === 'key' ? character : `${FIRST_OF_TWO} ${character}`
    const other = takenBy(commands, own, keys, command.id)
    if (other) setAsking({ keys, other })
    else give(keys)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (!isListening || key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const character = characterOf(event.nativeEvent)
    if (key === 'Escape') setAsking(null)
    else if (key === 'Backspace' || key === 'Delete') give('')
    else if (character !== null) hear(character)
  }

  return (
    <li>
      <span>{say(command.words)}</span>
      <button
        ref={button}
        type="button"
        className="key-button"
        aria-label={say({
          zh: '更改“{command}”的按键，现在是 {keys}',
          en: 'Change the keys of “{command}”, now {keys}',
          command: command.words,
          keys: keys || { zh: '无', en: 'none' },
        })}
        aria-pressed={isListening}
        onClick={() => setAsking(isListening ? null : 'key')}
        onKeyDown={onKeyDown}
        onBlur={() => isListening && setAsking(null)}
      >
        {isListening ? (
          <span>{say(promptOf[asking])}</span>
        ) : keys ? (
          <KeyCaps keys={keys} />
        ) : (
          <span className="no-keys">{say({ zh: '无', en: 'none' })}</span>
        )}
      </button>
      {asking && (
        <p role="status" className={isListening ? 'visually-hidden' : undefined}>
          {isListening
            ? say(promptOf[asking])
            : say({
                zh: '{keys} 现在是“{other}”的按键。',
                en: '{keys} belongs to “{other}” now.',
                keys: asking.keys,
                other: asking.other.words,
              })}
        </p>
      )}
      {asking && !isListening && (
        <Conflict
          give={() => {
            give(asking.keys)
            button.current?.focus()
          }}
          cancel={() => {
            setAsking(null)
            button.current?.focus()
          }}
        />
      )}
    </li>
  )
}

const promptOf = {
  key: { zh: '请按新的键…', en: 'Press a key…' },
  'second key': { zh: 'g，再按一个键…', en: 'g, and one more…' },
} satisfies Record<string, Words>

function Conflict({ give, cancel }: { give: () => void; cancel: () => void }) {
  const say = useSay()
  return (
    <div className="actions">
      {/* biome-ignore lint/a11y/noAutofocus: the reader has just pressed a key and is asked about it */}
      <button type="button" className="button" autoFocus onClick={give}>
        {say({ zh: '改用到这里', en: 'Use it here' })}
      </button>
      <button type="button" className="button quiet" onClick={cancel}>
        {say({ zh: '不改', en: 'Leave it' })}
      </button>
    </div>
  )
}
