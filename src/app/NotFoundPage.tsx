import { categoryPath, homePath, searchPath } from '../shared/addresses.ts'
import type { PageHead } from '../shared/head.ts'
import { type Say, useSay } from './i18n/language.ts'
import { Link } from './ui/Link.tsx'

export const notFound = { zh: '没有这一页', en: 'Page not found' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(notFound),
    description: '',
    path: null,
    isPrivate: true,
  }),
}

export function Component() {
  const say = useSay()
  return (
    <div className="narrow notice">
      <h1 tabIndex={-1}>{say(notFound)}</h1>
      <p>
        {say({
          zh: '这个地址下没有内容：文章可能已被移走，或者链接抄错了一个字。',
          en: 'Nothing is kept at this address: the article may have been removed, or the link was mistyped.',
        })}
      </p>
      <p className="actions">
        <Link className="button" to={homePath}>
          {say({ zh: '回到首页', en: 'Go to the home page' })}
        </Link>
        <Link className="button quiet" to={searchPath}>
          {say({ zh: '搜索', en: 'Search' })}
        </Link>
        <Link className="button quiet" to={categoryPath('')}>
          {say({ zh: '浏览全部文章', en: 'Browse all articles' })}
        </Link>
      </p>
    </div>
  )
}
