import { useSay } from '../i18n/language.ts'

/** Shares an article. */
export function ShareButton({ id, title }: { id: string; title: string }) {
  const say = useSay()
  const share = async () => {
    const { shareArticle } = await import('./share-article.ts')
    await shareArticle({ id, title })
  }
  return (
    <button className="button quiet" type="button" onClick={() => void share()}>
      {say({ zh: '分享', en: 'Share' })}
    </button>
  )
}
