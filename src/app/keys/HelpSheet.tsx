import { useSay } from '../i18n/language.ts'
import { SettingControl } from '../settings/SettingControl.tsx'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { CloseButton } from '../ui/CloseButton.tsx'
import { closeDialog } from '../ui/open-dialog.tsx'
import panelCss from '../ui/panel.css?inline'
import { KeyList } from './KeyList.tsx'
import css from './keys.css?inline'

/** All keys, whether they are wanted at all, and how to change them. */
export function HelpSheet() {
  const say = useSay()
  adoptStyles(panelCss)
  adoptStyles(css)
  return (
    <>
      <header className="help-header">
        <h2 id="dialog-title" tabIndex={-1}>
          {say({ zh: '按键一览', en: 'Keyboard help' })}
        </h2>
        <CloseButton close={closeDialog} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <section className="help settings" tabIndex={0} aria-labelledby="dialog-title">
        <SettingControl name="shortcuts" />
        <KeyList />
      </section>
    </>
  )
}
