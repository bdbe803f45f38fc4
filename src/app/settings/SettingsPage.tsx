import { Fragment } from 'react'
import { settingsPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { chooseSetting, useSetting } from './setting-store.ts'
import { type SettingName, settingNames, settings } from './settings.ts'
import './settings.css'

const title = { zh: '设置', en: 'Settings' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '主题、字号、语言与阅读历史。',
      en: 'Theme, text size, language and history.',
    }),
    path: settingsPath,
    isPrivate: true,
  }),
}

/** Every setting, applied as it is chosen. */
export function Component() {
  const say = useSay()
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      <form className="settings needs-script" onSubmit={event => event.preventDefault()}>
        {settingNames.map(name => (
          <Fragment key={name}>
            <Choice name={name} />
            {name === 'size' && <Sample />}
          </Fragment>
        ))}
      </form>
    </div>
  )
}

/** Text as articles show it, to see what the size does. */
function Sample() {
  return (
    <p className="sample" aria-hidden="true">
      落霞与孤鹜齐飞，秋水共长天一色。
      <br />
      The quick brown fox jumps over the lazy dog.
    </p>
  )
}

function Choice({ name }: { name: SettingName }) {
  const say = useSay()
  const chosen = useSetting(name)
  const setting = settings[name]
  return (
    <fieldset>
      <legend>{say(setting.label)}</legend>
      <div className="choices">
        {Object.entries(setting.choices).map(([choice, words]) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === chosen}
              onChange={() => chooseSetting(name, choice)}
            />
            <span>{say(words)}</span>
          </label>
        ))}
      </div>
      {'hint' in setting && <p className="hint">{say(setting.hint)}</p>}
    </fieldset>
  )
}
