import type { RouteObject } from 'react-router'
import * as article from './article/ArticlePage.tsx'
import * as category from './browse/CategoryPage.tsx'
import * as home from './browse/HomePage.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import * as notFound from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

/** Every address of the app. What most readers open comes with the first script, the rest when it is asked for. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: ErrorPage,
    children: [
      {
        // Errors of a page show inside the shell.
        ErrorBoundary: ErrorPage,
        children: [
          { index: true, ...home },
          { path: 'c/*', ...category },
          { path: 'a/:id', ...article },
          { path: 'history', lazy: () => import('./history/HistoryPage.tsx') },
          {
            path: 'settings',
            lazy: () => import('./settings/SettingsPage.tsx'),
          },
          { path: '*', ...notFound },
        ],
      },
    ],
  },
]
