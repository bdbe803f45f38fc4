import { articlePath, withBase } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { useSay } from '../i18n/language.ts'
import { toast } from '../ui/toast.ts'

/** Hands the article's bare link to the system's share sheet, or copies it where there is none. */
export function ShareButton({ id, title }: { id: string; title: string }) {
  const say = useSay()
  const share = async () => {
    const url = new URL(withBase(site.base, articlePath(id)), location.href).href
    if (typeof navigator.share === 'function') {
      try {
        await navigator.share({ title, url })
        return
      } catch (error) {
        // The reader thought better of it.
        if ((error as Error).name === 'AbortError') return
      }
    }
    await copyLink(url)
  }
  return (
    <button className="button quiet" type="button" onClick={() => void share()}>
      {say({ zh: '分享', en: 'Share' })}
    </button>
  )
}

async function copyLink(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url)
    toast({ words: { zh: '链接已复制', en: 'Link copied' } })
  } catch {
    // No clipboard on an insecure or guarded page: the reader can still take it by hand.
    toast({
      words: { zh: '请复制这个链接：{url}', en: 'Copy this link: {url}', url },
      stays: true,
    })
  }
}
