import { useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { type Group, groupNames } from './command.ts'
import { commands } from './commands.ts'
import { FixedKeys } from './FixedKeys.tsx'
import { KeyRow } from './KeyRow.tsx'
import type { OwnKeys } from './key.ts'
import { keepOwnKeys, useOwnKeys } from './own-keys.ts'

/** Every command with its keys, which can be changed here. */
export function KeyList() {
  const say = useSay()
  return (
    <>
      <p className="quiet-line">
        {say({
          zh: '点一个按键，再按新的键，就改好了；退格键去掉它。',
          en: 'Press one of the keys below, then the new one. Backspace takes it away.',
        })}
      </p>
      <div className="key-groups">
        {(Object.keys(groupNames) as Group[]).map(group => (
          <section key={group}>
            <h3>{say(groupNames[group])}</h3>
            <ul>
              {commands
                .filter(command => command.group === group)
                .map(command => (
                  <KeyRow key={command.id} command={command} />
                ))}
            </ul>
          </section>
        ))}
        <FixedKeys />
      </div>
      <ResetKeys />
    </>
  )
}

/** Takes all changes back, which can be undone as long as the list is open. */
function ResetKeys() {
  const say = useSay()
  const own = useOwnKeys()
  const [before, setBefore] = useState<OwnKeys | null>(null)
  const isChanged = Object.keys(own).length > 0
  const reset = () => {
    setBefore(own)
    keepOwnKeys({})
  }
  return (
    <p className="key-reset" role="status">
      {before && !isChanged ? (
        <>
          {say({ zh: '按键已恢复默认。', en: 'All keys are back to their defaults.' })}{' '}
          <button type="button" className="button quiet" onClick={() => keepOwnKeys(before)}>
            {say({ zh: '撤销', en: 'Undo' })}
          </button>
        </>
      ) : (
        <button type="button" className="button quiet" disabled={!isChanged} onClick={reset}>
          {say({ zh: '恢复默认按键', en: 'Reset keys' })}
        </button>
      )}
    </p>
  )
}
