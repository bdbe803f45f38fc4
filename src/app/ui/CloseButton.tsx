import { X } from 'lucide-react'
import { useSay } from '../i18n/language.ts'

/** Closes what it stands in. */
export function CloseButton({ close }: { close: () => void }) {
  const say = useSay()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={say({ zh: '关闭', en: 'Close' })}
      onClick={close}
    >
      <X aria-hidden="true" />
    </button>
  )
}
