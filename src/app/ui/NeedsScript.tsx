import { useSay } from '../i18n/language.ts'

/** What a page of the reader's own says where scripts are off. */
export function NeedsScript() {
  const say = useSay()
  return (
    <noscript>
      <p className="empty">
        {say({
          zh: '这一页需要 JavaScript；阅读文章不需要。',
          en: 'This page needs JavaScript; reading does not.',
        })}
      </p>
    </noscript>
  )
}
