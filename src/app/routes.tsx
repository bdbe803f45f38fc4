import type { RouteObject } from 'react-router'
import * as article from './article/ArticlePage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Shell } from './Shell.tsx'

/**
 * Every address of the app. What a shared link opens comes with the first script, the rest when it is asked for. The
 * `id` of a lazy page is its file: the build has the browser fetch it early where the page is prerendered.
 */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary,
    children: [
      {
        // Errors of a page show inside the shell.
        ErrorBoundary,
        children: [
          { path: 'a/:id', ...article },
          { index: true, id: 'src/app/browse/HomePage.tsx', lazy: () => import('./browse/HomePage.tsx') },
          // One page for lists of every kind.
          {
            id: 'src/app/browse/ListPage.tsx',
            children: ['c/*', 'author/*', 'archive/:year/*'].map(path => ({
              path,
              lazy: () => import('./browse/ListPage.tsx'),
            })),
          },
          {
            path: 'categories',
            id: 'src/app/browse/CategoriesPage.tsx',
            lazy: () => import('./browse/CategoriesPage.tsx'),
          },
          {
            path: 'archive',
            id: 'src/app/browse/ArchivePage.tsx',
            lazy: () => import('./browse/ArchivePage.tsx'),
          },
          {
            path: 'on-this-day',
            id: 'src/app/browse/OnThisDayPage.tsx',
            lazy: () => import('./browse/OnThisDayPage.tsx'),
          },
          {
            path: 'random',
            id: 'src/app/browse/RandomPage.tsx',
            lazy: () => import('./browse/RandomPage.tsx'),
          },
          {
            path: 'open',
            id: 'src/app/install/OpenPage.tsx',
            lazy: () => import('./install/OpenPage.tsx'),
          },
          {
            path: 'history',
            id: 'src/app/history/HistoryPage.tsx',
            lazy: () => import('./history/HistoryPage.tsx'),
          },
          {
            path: 'statistics',
            id: 'src/app/statistics/StatisticsPage.tsx',
            lazy: () => import('./statistics/StatisticsPage.tsx'),
          },
          {
            path: 'marks',
            id: 'src/app/marks/MarksPage.tsx',
            lazy: () => import('./marks/MarksPage.tsx'),
          },
          {
            path: 'saved',
            id: 'src/app/saved/SavedPage.tsx',
            lazy: () => import('./saved/SavedPage.tsx'),
          },
          {
            path: 'search',
            id: 'src/app/search/SearchPage.tsx',
            lazy: () => import('./search/SearchPage.tsx'),
          },
          {
            path: 'queue',
            id: 'src/app/queue/QueuePage.tsx',
            lazy: () => import('./queue/QueuePage.tsx'),
          },
          {
            path: 'mute',
            id: 'src/app/mute/MutePage.tsx',
            lazy: () => import('./mute/MutePage.tsx'),
          },
          {
            path: 'backup',
            id: 'src/app/backup/BackupPage.tsx',
            lazy: () => import('./backup/BackupPage.tsx'),
          },
          {
            path: 'offline',
            id: 'src/app/offline/OfflinePage.tsx',
            lazy: () => import('./offline/OfflinePage.tsx'),
          },
          {
            path: 'settings',
            id: 'src/app/settings/SettingsPage.tsx',
            lazy: () => import('./settings/SettingsPage.tsx'),
          },
          { path: '*', id: 'src/app/NotFoundPage.tsx', lazy: () => import('./NotFoundPage.tsx') },
        ],
      },
    ],
  },
]
