import { toast } from '../ui/toast.ts'

/** The whole screen for the page, or back. Phones of some makes lend it to films only. */
export function toggleFullScreen(): void {
  const answer = document.fullscreenElement
    ? document.exitFullscreen()
    : (document.documentElement.requestFullscreen?.() ?? Promise.reject(new Error('not supported')))
  answer.catch(() =>
    toast({
      words: {
        zh: '这个浏览器不提供全屏；把本站装到主屏幕，效果相同。',
        en: 'This browser gives no page the full screen. Installing the site does the same.',
      },
    }),
  )
}
