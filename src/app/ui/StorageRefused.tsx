import { useSay, type Words } from '../i18n/language.ts'
import { refusalOf } from '../storage/refusal.ts'

/**
 * Stands in the place of what the reader has, where storage cannot be read.
 *
 * @param what there is none of therefore
 */
export function StorageRefused({ error, what }: { error: Error; what: Words }) {
  const say = useSay()
  const { why, advice } = refusalOf(error)
  return (
    <div className="empty needs-script" role="alert">
      <p>
        {say({
          zh: '{what}：{why}文章照常可读。',
          en: '{what}. {why} Reading works as ever.',
          what,
          why,
        })}
      </p>
      <p>{say(advice)}</p>
    </div>
  )
}
