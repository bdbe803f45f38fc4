import type { DataRouter } from 'react-router'

let provide: (router: DataRouter) => void

/** The router, for what is opened from anywhere; it is there once the page is at rest. */
export const appRouter = new Promise<DataRouter>(resolve => {
  provide = resolve
})

export const provideRouter = (router: DataRouter): void => provide(router)
