import { articlePath, withBase } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { toast } from '../ui/toast.ts'

/** Words of an article, as they are handed on. */
export interface Excerpt {
  words: string
  title: string
  articleId: string
}

/** The words alone, as they are. */
export const copyWords = ({ words }: Excerpt): Promise<void> => copy(words)

/** The words, and where they are from. */
export const copyWithSource = (excerpt: Excerpt): Promise<void> =>
  copy(`${excerpt.words}\n\n——《${excerpt.title}》\n${addressOf(excerpt.articleId)}`)

export const canShare = (): boolean => typeof navigator.share === 'function'

export async function shareExcerpt({ words, title, articleId }: Excerpt): Promise<void> {
  try {
    await navigator.share({ title, text: words, url: addressOf(articleId) })
  } catch (error) {
    // The reader may have thought better of it.
    if ((error as Error).name !== 'AbortError')
      toast({ words: { zh: '这次没能分享。', en: 'It could not be shared this time.' } })
  }
}

/** Where an article is on the web. */
export const addressOf = (articleId: string): string =>
  new URL(withBase(site.base, articlePath(articleId)), location.href).href

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast({ words: { zh: '已复制', en: 'Copied' } })
  } catch {
    // No clipboard on an insecure or guarded page.
    toast({
      words: {
        zh: '浏览器没有让网页复制；请用它自己的复制。',
        en: 'The browser does not let pages copy. Please use its own command.',
      },
    })
  }
}
