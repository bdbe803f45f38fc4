import { useEffect, useSyncExternalStore } from 'react'
import { useSay } from '../i18n/language.ts'
import { dismissToast, shownToast, subscribeToast } from './toast.ts'

/** Long enough to read and to reach for the button: https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable */
const SHOWN_FOR_MS = 10_000

/** The place where notices appear, one at a time. */
export function ToastRegion() {
  const say = useSay()
  const shown = useSyncExternalStore(subscribeToast, shownToast, () => null)
  useEffect(() => {
    if (!shown || shown.stays) return
    const timer = setTimeout(dismissToast, shown.action ? SHOWN_FOR_MS : SHOWN_FOR_MS / 2)
    return () => clearTimeout(timer)
  }, [shown])

  return (
    <div className="toasts" role="status">
      {shown && (
        <div className="toast">
          <span>{say(shown.words)}</span>
          {shown.action && (
            <button
              type="button"
              onClick={() => {
                const { run } = shown.action!
                dismissToast()
                run()
              }}
            >
              {say(shown.action.words)}
            </button>
          )}
          <button
            type="button"
            className="close"
            aria-label={say({ zh: '关闭提示', en: 'Dismiss' })}
            onClick={dismissToast}
          >
            ×
          </button>
        </div>
      )}
    </div>
  )
}
