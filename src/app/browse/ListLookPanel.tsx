import { useNavigate } from 'react-router'
import { useSay } from '../i18n/language.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { Panel } from '../ui/Panel.tsx'
import '../settings/settings.css'

/** How lists look, changed while one is read. */
export default function ListLookPanel({ close }: { close: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  /** What the reader chooses holds, not what a link asked for. */
  const dropAsked = () => {
    const asked = new URLSearchParams(location.search)
    if (!asked.has('layout')) return
    const rest = location.search
      .slice(1)
      .split('&')
      .filter(part => !part.startsWith('layout='))
    void navigate({ search: rest.join('&') }, { replace: true, preventScrollReset: true })
  }
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
