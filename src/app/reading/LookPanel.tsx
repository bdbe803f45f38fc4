import { useSay } from '../i18n/language.ts'
import { resetWithUndo } from '../settings/reset-with-undo.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { settingGroups } from '../settings/settings.ts'
import { Panel } from '../ui/Panel.tsx'
import { type ToolProps, tools } from './tools.ts'

/** How articles look, changed while one is read. */
export default function LookPanel({ close }: ToolProps) {
  const say = useSay()
  const groups = settingGroups.filter(({ isOfReading }) => isOfReading)
  const reset = () =>
    resetWithUndo(
      groups.flatMap(({ names }) => names),
      { zh: '已恢复默认外观', en: 'Back to the default look' },
    )
  return (
    <Panel
      title={say(tools.look.words)}
      close={close}
      tools={
        <button type="button" className="icon-button" onClick={reset}>
          {say({ zh: '恢复默认', en: 'Reset' })}
        </button>
      }
    >
      <form onSubmit={event => event.preventDefault()}>
        {groups.map(({ title, names }) => (
          <section key={title.en}>
            <h3>{say(title)}</h3>
            {names.map(name => (
              <SettingControl key={name} name={name} />
            ))}
          </section>
        ))}
      </form>
    </Panel>
  )
}
