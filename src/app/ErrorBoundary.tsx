import { lazy, Suspense } from 'react'
import { useLocation } from 'react-router'

/** Where not even that page can be had. */
const Bare = () => (
  <p className="narrow notice">
    <button className="button" type="button" onClick={() => location.reload()}>
      ↻ 重新载入 Reload
    </button>
  </p>
)

const ErrorPage = lazy(() =>
  import('./ErrorPage.tsx').catch(async () => {
    await globalThis.renew?.()
    return { default: Bare }
  }),
)

/** The page for errors, whose script comes once the app is at rest, or with an error. */
export function ErrorBoundary() {
  const { key } = useLocation()
  return (
    <div data-failed={key}>
      <Suspense>
        <ErrorPage />
      </Suspense>
    </div>
  )
}
