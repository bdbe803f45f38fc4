import { listPath } from '../../shared/addresses.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

/** Links to the pages of a list: the neighbours, the ends, and where the reader is. */
export function Pager({ list, page, pages }: { list: string; page: number; pages: number }) {
  const say = useSay()
  const language = useLanguage()
  if (pages <= 1) return null
  return (
    <nav key={language} className="pager" aria-label={say({ zh: '分页', en: 'Pages' })}>
      {page > 1 ? (
        <Link rel="prev" to={listPath(list, page - 1)}>
          {say({ zh: '← 较新', en: '← Newer' })}
        </Link>
      ) : (
        <span />
      )}
      <ul>
        {nearbyPages(page, pages).map((each, index, all) => (
          <li key={each} className={index > 0 && each - all[index - 1]! > 1 ? 'gap' : undefined}>
            {each === page ? (
              <span aria-current="page">{each}</span>
            ) : (
              <Link
                to={listPath(list, each)}
                aria-label={say({ zh: '第 {page} 页', en: 'Page {page}', page: each })}
              >
                {each}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {page < pages ? (
        <Link rel="next" to={listPath(list, page + 1)}>
          {say({ zh: '较早 →', en: 'Older →' })}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** The first, the last, and those next to the current one, in order. */
export function nearbyPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter(each => each >= 1 && each <= pages)
  return [...new Set(near)].sort((a, b) => a - b)
}
