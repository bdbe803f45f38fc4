import { useSay } from '../i18n/language.ts'
import { openPalette } from '../palette/open-later.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'

/** The ways to all keys, which can be changed there, and to the palette. */
export function KeysSetting() {
  const say = useSay()
  const openHelp = () => import('./open-help.tsx').then(({ openHelp }) => openHelp()).catch(tellNotLoaded)
  return (
    <div className="actions">
      <button type="button" className="button quiet" onClick={openHelp}>
        {say({ zh: '查看和更改按键', en: 'See and change keys' })}
      </button>
      <button type="button" className="button quiet" onClick={openPalette}>
        {say({ zh: '打开命令面板', en: 'Open the command palette' })}
      </button>
    </div>
  )
}
