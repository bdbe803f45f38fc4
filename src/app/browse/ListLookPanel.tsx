import { useSay } from '../i18n/language.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { Panel } from '../ui/Panel.tsx'
import '../settings/settings.css'

/** How lists look, changed while one is read. */
export default function ListLookPanel({ close }: { close: () => void }) {
  const say = useSay()
  return (
    <Panel title={say({ zh: '列表样式', en: 'List layout' })} close={close}>
      <form className="settings" onSubmit={event => event.preventDefault()} onChange={dropAsked}>
        <SettingControl name="layout" />
        <SettingControl name="covers" />
        <SettingControl name="groupByDay" />
      </form>
    </Panel>
  )
}

/** What the reader chooses holds from now on, not what a link asked for. */
function dropAsked(): void {
  const rest = location.search
    .slice(1)
    .split('&')
    .filter(part => !part.startsWith('layout='))
  const search = rest.join('&')
  history.replaceState(history.state, '', location.pathname + (search && `?${search}`) + location.hash)
}
