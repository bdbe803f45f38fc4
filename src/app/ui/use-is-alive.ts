import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False while a page is what the build made of it: the build knew neither the reader nor what the address asks for. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
