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
  router.subscribe(({ navigation: { location } }) => {
    if (location?.key === awaited) return
    awaited = location?.key
    clearTimeout(timer)
    takeAway()
    if (!location) return
    timer = setTimeout(() => {
      takeAway = toast({
        words: { zh: '网络一直没有回应', en: 'The network does not answer' },
        action: {
          words: { zh: '再试一次', en: 'Try again' },
          run: () => {
            // Or it would go on to wait for the same answer.
            void queryClient.cancelQueries({ fetchStatus: 'fetching' })
            // With Back the browser is there already.
            void router.navigate(location, { replace: location.key === (history.state?.key ?? 'default') })
          },
        },
        stays: true,
      })
    }, PATIENCE_MS)
  })
}
