import { useQuery } from '@tanstack/react-query'

/** How much room the browser gives this site, in bytes, as far as it says so. */
export interface Room {
  used: number
  quota: number
  free: number
  /** The browser does not take it back by itself. */
  isPersistent: boolean
}

export const roomQuery = {
  queryKey: ['packs', 'room'],
  queryFn: async (): Promise<Room | null> => {
    if (!navigator.storage?.estimate) return null
    const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted?.() ?? false,
    ])
    return { used: usage, quota, free: Math.max(0, quota - usage), isPersistent }
  },
  retry: false,
}

export const useRoom = (): Room | null => useQuery(roomQuery).data ?? null
