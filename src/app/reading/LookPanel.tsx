import { useSay } from '../i18n/language.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { keepChoices, keptChoice } from '../settings/setting-store.ts'
import { resetSettings, settingGroups } from '../settings/settings.ts'
import { Panel } from '../ui/Panel.tsx'
import { toast } from '../ui/toast.ts'
import { type ToolProps, tools } from './tools.ts'

/** How articles look, changed while one is read. */
export default function LookPanel({ close }: ToolProps) {
  const say = useSay()
  const groups = settingGroups.filter(({ isOfReading }) => isOfReading)
  const reset = () => {
    const names = groups.flatMap(({ names }) => names)
    const before = Object.fromEntries(names.map(name => [name, keptChoice(name)]))
    resetSettings(names)
    toast({
      words: { zh: '已恢复默认外观', en: 'Back to the default look' },
      action: { words: { zh: '撤销', en: 'Undo' }, run: () => keepChoices(before) },
    })
  }
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
