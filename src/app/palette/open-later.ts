import { appRouter } from '../keys/app-router.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'

/** Opens the command palette, or closes it. It comes with its first use. */
export const openPalette = (): Promise<unknown> =>
  Promise.all([appRouter, import('./show-palette.tsx')])
    .then(([router, { showPalette }]) => showPalette(router))
    .catch(tellNotLoaded)
