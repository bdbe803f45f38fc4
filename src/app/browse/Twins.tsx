import { articlePath } from '../../shared/addresses.ts'
import type { Summary, Twin } from '../../shared/article.ts'
import { useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

/** The articles that say the same as this one: closed at first, and there without scripts too. */
export function Twins({ article, twins }: { article: Summary; twins: Twin[] }) {
  const say = useSay()
  const sources = new Set([sourceOf(article), ...twins.map(({ source }) => source)])
  return (
    <details className="twins">
      <summary>
        {sources.size > 1
          ? say({ zh: '{count} 家媒体报道', en: '{count} sources', count: sources.size })
          : say({ zh: '另有 {count} 篇相同', en: '{count} more of the same', count: twins.length })}
      </summary>
      <ul>
        {twins.map(({ id, title, source }) => (
          <li key={id}>
            <Link to={articlePath(id)}>
              {source && `${source} · `}
              <span lang={article.lang}>{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** As the build names the source of a twin. */
const sourceOf = ({ categories: [category], author }: Summary) =>
  category?.names[1] ?? category?.names[0] ?? author
