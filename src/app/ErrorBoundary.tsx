import { lazy, Suspense } from 'react'

const ErrorPage = lazy(() => import('./ErrorPage.tsx'))

/** The page for errors, whose script comes only when there is one. The worker keeps it for errors without a network. */
export function ErrorBoundary() {
  return (
    <Suspense>
      <ErrorPage />
    </Suspense>
  )
}
