import { type ComponentProps, useId, useState } from 'react'
import { useSay } from '../i18n/language.ts'

interface PassphraseFieldProps extends ComponentProps<'input'> {
  label: string
}

/** A field for a passphrase, which can be looked at: a slip of the finger would lock a file for good. */
export function PassphraseField({ label, ...input }: PassphraseFieldProps) {
  const say = useSay()
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <div className="passphrase">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        type={isShown ? 'text' : 'password'}
        required
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <button
        type="button"
        className="button quiet"
        aria-label={say({ zh: '显示密码', en: 'Show the passphrase' })}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        {say({ zh: '显示', en: 'Show' })}
      </button>
    </div>
  )
}
