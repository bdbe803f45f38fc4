import { mutePath } from '../../shared/addresses.ts'
import { articlesCounted } from '../browse/count.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

interface MutedLineProps {
  mutedCount: number
  isAllShown: boolean
  setAllShown: (isAllShown: boolean) => void
  /** Whether there is more of the list, of which nobody knows how much is hidden. */
  isOfMore?: boolean
}

/** Says beside a list how much of it the reader's rules hide, and shows it if they want. */
export function MutedLine({ mutedCount, isAllShown, setAllShown, isOfMore }: MutedLineProps) {
  const say = useSay()
  const language = useLanguage()
  if (mutedCount === 0) return null
  return (
    <p key={language} className="muted-line">
      <span role="status">
        {isAllShown
          ? say({ zh: '屏蔽的文章也显示了', en: 'Muted articles show as well' })
          : isOfMore
            ? say({ zh: '屏蔽规则隐藏了一些文章', en: 'Some articles are hidden by your rules' })
            : say({
                zh: '屏蔽规则隐藏了 {articles}',
                en: '{articles} hidden by your rules',
                articles: articlesCounted(mutedCount),
              })}
      </span>
      <button type="button" onClick={() => setAllShown(!isAllShown)}>
        {isAllShown ? say({ zh: '再隐藏', en: 'Hide again' }) : say({ zh: '显示', en: 'Show' })}
      </button>
      <Link to={mutePath}>{say({ zh: '规则', en: 'Rules' })}</Link>
    </p>
  )
}
