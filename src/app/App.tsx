import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import type { DataRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from './data/query-client.ts'
import { LanguageProvider } from './i18n/language.ts'
import type { Language } from './i18n/languages.ts'

/** The app in the browser. What it shows is the same tree that `entry-server.tsx` renders. */
export function App({ router, language }: { router: DataRouter; language: Language }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider first={language}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}
