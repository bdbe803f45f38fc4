import { categoryPath } from '../../shared/addresses.ts'
import type { CategoryNode } from '../../shared/article.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

/** Sections, their sources and their channels, each with its number of articles; `#<path>` leads to one. */
export function CategoryTree({ tree }: { tree: CategoryNode[] }) {
  const language = useLanguage()
  return (
    <ul className="tree">
      {tree.map(node => (
        <li key={node.path} id={node.children.length > 0 ? decodeURIComponent(node.path) : undefined}>
          <Link to={categoryPath(node.path)}>
            <span>{node.names.at(-1)}</span>
            <span className="count">{formatNumber(node.count, language)}</span>
          </Link>
          {node.children.length > 0 && <CategoryTree tree={node.children} />}
        </li>
      ))}
    </ul>
  )
}
