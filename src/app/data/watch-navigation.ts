import type { DataRouter } from 'react-router'
import { toast } from '../ui/toast.ts'
import { queryClient } from './query-client.ts'

/** Longer than anyone waits without a word. */
const PATIENCE_MS = 7000

/** Says so when a page does not come and does not fail either, as on a line that connects and never answers. */
export function watchNavigation(router: DataRouter): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let awaited: string | undefined
  let takeAway = () => {}
  router.subscribe(({ navigation }) => {
    const { state, location } = navigation
    const next = state === 'loading' ? location.key : undefined
    if (next === awaited) return
    awaited = next
    clearTimeout(timer)
    takeAway()
    if (state !== 'loading') return
    timer = setTimeout(() => {
      takeAway = toast({
        words: { zh: '网络一直没有回应', en: 'The network does not answer' },
        action: {
          words: { zh: '再试一次', en: 'Try again' },
          run: () => {
            // Or it would go on to wait for the same answer.
            void queryClient.cancelQueries({ fetchStatus: 'fetching' })
            void router.navigate(location)
          },
        },
        stays: true,
      })
    }, PATIENCE_MS)
  })
}
