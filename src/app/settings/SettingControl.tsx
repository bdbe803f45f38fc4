import { useId } from 'react'
import { currentLanguage, loadWords, useSay } from '../i18n/language.ts'
import { type Language, languages } from '../i18n/languages.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import {
  type ChoiceSetting,
  chooseSetting,
  type RangeSetting,
  type Setting,
  type SettingName,
  settings,
  useSetting,
} from './settings.ts'
import './theme-colour.ts'

/** What changes a setting: buttons for a choice of few, a slider for a number. It applies at once. */
export function SettingControl({ name }: { name: SettingName }) {
  const setting: Setting = settings[name]
  return 'choices' in setting ? (
    <Choice name={name} setting={setting} />
  ) : (
    <Range name={name} setting={setting} />
  )
}

function Choice({ name, setting }: { name: SettingName; setting: ChoiceSetting }) {
  const say = useSay()
  const chosen = useSetting(name)
  return (
    <fieldset>
      <legend>{say(setting.label)}</legend>
      <div className="choices">
        {Object.entries(setting.choices).map(([choice, words]) => (
          <label key={choice} data-choice={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === chosen}
              onChange={() => choose(name, choice)}
            />
            <span lang={name === 'language' ? languages[choice as Language]?.locale : undefined}>
              {say(words)}
            </span>
          </label>
        ))}
      </div>
      {setting.hint && <p className="hint">{say(setting.hint)}</p>}
    </fieldset>
  )
}

function choose(name: SettingName, choice: string) {
  chooseSetting(name, choice)
  if (name === 'language') loadWords(currentLanguage()).catch(tellNotLoaded)
}

function Range({ name, setting }: { name: SettingName; setting: RangeSetting }) {
  const say = useSay()
  const value = useSetting(name)
  const told = say(setting.told(Number(value)))
  const id = useId()
  return (
    <div className="range" data-setting={name}>
      <label htmlFor={id}>{say(setting.label)}</label>
      <input
        id={id}
        type="range"
        min={setting.min}
        max={setting.max}
        step={setting.step}
        value={value}
        aria-valuetext={told}
        onChange={event => chooseSetting(name, event.target.value)}
      />
      <output htmlFor={id} aria-hidden="true">
        {told}
      </output>
    </div>
  )
}
