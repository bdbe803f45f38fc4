import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { articleFile, articlePath, categoryPath } from '../../shared/addresses.ts'
import type { Article, ArticleLink } from '../../shared/article.ts'
import type { PageHead } from '../../shared/head.ts'
import { isPageFile, LoadError } from '../data/fetch-json.ts'
import { loadOrOpenKept } from '../data/kept-page.ts'
import { queryClient } from '../data/query-client.ts'
import { formatDate, minutesOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { nextTurn } from '../ui/slices.ts'
import { useLater } from '../ui/use-later.ts'
import { ArticleBody } from './ArticleBody.tsx'
import { articleQuery } from './article-query.ts'
import { IN_DOCUMENT } from './body-parts.ts'
import { Dated } from './Dated.tsx'
import { loadPurifier, partsOf } from './purify.ts'
import { ShareButton } from './ShareButton.tsx'
import { loadTypesetter } from './typography.ts'
import './article.css'

export async function loader({ params, request }: LoaderFunctionArgs): Promise<Article> {
  const id = params.id!.toLowerCase()
  if (!/^[0-9a-f]{16}$/.test(id)) throw new LoadError('missing', request.url)
  const isInDocument = isPageFile(articleFile(id))
  return loadOrOpenKept(request, async () => {
    const [article] = await Promise.all([
      queryClient.ensureQueryData(articleQuery(id)),
      isInDocument || loadPurifier(),
      isInDocument || loadTypesetter(),
    ])
    if (!isInDocument) await cutBeforehand(article.body)
    return article
  })
}

/** A long body is cut in a task of its own, neither that which read it nor that which shows it. */
async function cutBeforehand(body: string): Promise<void> {
  await nextTurn()
  if (partsOf(body).length > 1) await nextTurn()
}

export const handle = {
  head: (article: Article): PageHead => ({
    title: article.title,
    description: article.excerpt,
    path: articlePath(article.id),
    picture: article.cover,
    article: {
      published: article.date,
      modified: article.updated,
      author: article.author,
      section: article.categories[0]?.names[0] ?? null,
      tags: article.tags,
      lang: article.lang,
    },
  }),
}

export function Component() {
  const { id } = useLoaderData<typeof loader>()
  // A new article starts afresh: its own place, its own visit.
  return <ArticleView key={id} id={id} />
}

function ArticleView({ id }: { id: string }) {
  const say = useSay()
  const language = useLanguage()
  const { data: article } = useSuspenseQuery(articleQuery(id))
  const body = useRef<HTMLDivElement>(null)
  const Tools = useLater(() => import('../reading/ReadingTools.tsx'))

  // It ends before the next page is painted, which may show what was begun here.
  useLayoutEffect(() => {
    // History comes with a script of its own: nothing on the page waits for it.
    const element = body.current!
    const leaving = new AbortController()
    import('../history/record-visit.ts')
      .then(({ recordVisit }) => recordVisit(article, element, leaving.signal))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [article])

  useEffect(
    () => () => {
      // A long body that stood in the document goes with this page.
      if (article.body === IN_DOCUMENT) queryClient.removeQueries({ queryKey: articleQuery(id).queryKey })
    },
    [article, id],
  )

  return (
    <div className="narrow">
      {/* Before the text, so that the keyboard need not go through all of it to get there. */}
      {Tools && body.current && <Tools article={article} body={body.current} />}
      <article lang={article.lang}>
        <header className="article-header">
          <Categories article={article} />
          <h1 tabIndex={-1}>{article.title}</h1>
          <p key={language} className="meta">
            {article.authorPath ? (
              <Link to={article.authorPath}>{article.author}</Link>
            ) : (
              article.author && <span>{article.author}</span>
            )}
            {article.date && <time dateTime={article.date}>{formatDate(article.date, language)}</time>}
            <span lang={language}>{say(minutesOf(article.minutes))}</span>
          </p>
          {article.date && <Dated date={article.date} />}
        </header>
        <ArticleBody ref={body} html={article.body} />
        <footer key={language} className="article-footer">
          <ShareButton id={id} title={article.title} />
          {article.link && (
            <a
              className="button quiet"
              href={article.link}
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
            >
              {say({ zh: '阅读原文', en: 'Original article' })} <span aria-hidden="true">↗</span>
            </a>
          )}
        </footer>
      </article>
      <Neighbours newer={article.newer} older={article.older} />
      <Related articles={article.related} />
    </div>
  )
}

function Categories({ article }: { article: Article }) {
  const say = useSay()
  if (article.categories.length === 0) return null
  return (
    <nav className="categories" aria-label={say({ zh: '所属分类', en: 'Its categories' })}>
      {article.categories.map(({ names, path }) => {
        const parts = path.split('/')
        return (
          <ol key={path}>
            {names.map((name, depth) => (
              <li key={parts[depth]}>
                <Link to={categoryPath(parts.slice(0, depth + 1).join('/'))}>{name}</Link>
              </li>
            ))}
          </ol>
        )
      })}
    </nav>
  )
}

/** Others of the same subject. */
function Related({ articles }: { articles: ArticleLink[] }) {
  const say = useSay()
  if (articles.length === 0) return null
  return (
    <nav className="related" aria-labelledby="related">
      <h2 id="related">{say({ zh: '相关文章', en: 'Related' })}</h2>
      <ul>
        {articles.map(({ id, title }) => (
          <li key={id}>
            <Link to={articlePath(id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The articles before and after this one in its category. */
function Neighbours({ newer, older }: { newer: ArticleLink | null; older: ArticleLink | null }) {
  const say = useSay()
  if (!newer && !older) return null
  return (
    <nav className="neighbours" aria-label={say({ zh: '前后文章', en: 'Neighbouring articles' })}>
      {newer && (
        <Link rel="prev" to={articlePath(newer.id)}>
          <small>{say({ zh: '上一篇', en: 'Newer' })}</small>
          <span>{newer.title}</span>
        </Link>
      )}
      {older && (
        <Link rel="next" to={articlePath(older.id)}>
          <small>{say({ zh: '下一篇', en: 'Older' })}</small>
          <span>{older.title}</span>
        </Link>
      )}
    </nav>
  )
}
