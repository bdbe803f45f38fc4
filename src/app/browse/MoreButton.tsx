import { useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { useWanted } from '../ui/use-wanted.ts'
import css from './more-button.css?inline'
import type { MoreProps } from './use-more-button.ts'

/** Opens the menu of an entry. */
export default function MoreButton({ article, index }: MoreProps) {
  const say = useSay()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const Menu = useWanted(isOpen, () => import('./EntryMenu.tsx'), close)
  adoptStyles(css)
  return (
    <span className="more-actions">
      <button
        ref={button}
        type="button"
        aria-label={say({ zh: '“{title}”的更多操作', en: 'More for “{title}”', title: article.title })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" aria-hidden="true">
          <circle cx="4" cy="10" r="1.5" />
          <circle cx="10" cy="10" r="1.5" />
          <circle cx="16" cy="10" r="1.5" />
        </svg>
      </button>
      {Menu && <Menu article={article} index={index} button={button.current!} close={close} />}
    </span>
  )
}
