import { categoryPath } from '../../shared/addresses.ts'
import type { CategoryLink } from '../../shared/article.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

/** Links to categories of one name below several sections. */
export function Namesakes({ lead, links }: { lead: Words; links: CategoryLink[] }) {
  const say = useSay()
  if (links.length === 0) return null
  return (
    <nav className="namesakes" aria-label={say({ zh: '同名的分类', en: 'Categories of the same name' })}>
      <span>{say(lead)}</span>
      <ul>
        {links.map(({ names, path }) => (
          <li key={path}>
            <Link to={categoryPath(path)}>{names.join(' / ')}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
