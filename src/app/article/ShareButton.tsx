import { useSay } from '../i18n/language.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'

/** Shares an article. */
export function ShareButton({ id, title }: { id: string; title: string }) {
  const say = useSay()
  const share = async () => {
    const { shareArticle } = await import('./share-article.ts')
    await shareArticle({ id, title })
  }
  return (
    <button className="button quiet" type="button" onClick={() => share().catch(tellNotLoaded)}>
      {say({ zh: '分享', en: 'Share' })}
    </button>
  )
}
