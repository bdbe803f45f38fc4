import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import {
  articlePath,
  categoriesPath,
  categoryPath,
  historyPath,
  listPath,
  searchPath,
} from '../../shared/addresses.ts'
import { documentTitle } from '../../shared/site.ts'
import { articlesCounted } from '../browse/count.ts'
import { listName } from '../browse/list-name.ts'
import { Namesakes } from '../browse/Namesakes.tsx'
import { site } from '../data/site.ts'
import { useSay } from '../i18n/language.ts'
import { Component as NotFoundPage, notFound } from '../NotFoundPage.tsx'
import { Link } from '../ui/Link.tsx'
import { type Missing, missingQuery } from './missing.ts'

type Of<Kind> = Extract<Missing, { is: Kind }>

/** So many articles are shown in the place of one that is gone. */
const NEAR = 5

/** Where there is nothing at an address: what was there, as far as that is known, and what is near. */
export function MissingPage() {
  const { data: missing } = useSuspenseQuery(missingQuery(useLocation().pathname))
  switch (missing?.is) {
    case 'article':
      return <MissingArticle {...missing} />
    case 'category':
      return <MissingCategory {...missing} />
    case 'page':
      return <MissingListPage {...missing} />
    default:
      return <Unknown />
  }
}

function Unknown() {
  const say = useSay()
  useTitle(say(notFound))
  return <NotFoundPage />
}

function MissingArticle({ title, near }: Of<'article'>) {
  const say = useSay()
  const others = near?.articles.slice(0, NEAR) ?? []
  return (
    <Notice title={say({ zh: '这篇文章已被移走', en: 'This article has been removed' })}>
      <p>
        {say({
          zh: '《{title}》打开过或保存过，现已不在这个网站上。历史、标记和笔记都还在。',
          en: 'You have opened or saved “{title}”. It is no longer on this site; your history, marks and notes of it are still there.',
          title,
        })}
      </p>
      <p className="actions">
        {near && (
          <Link className="button" to={listPath(near.list)}>
            {listName(near.subject, say)}
          </Link>
        )}
        <Link className="button quiet" to={`${searchPath}?q=${encodeURIComponent(title)}`}>
          {say({ zh: '按标题找', en: 'Search for the title' })}
        </Link>
        <Link className="button quiet" to={historyPath}>
          {say({ zh: '看看读过的', en: 'See what you have read' })}
        </Link>
      </p>
      {others.length > 0 && (
        <nav className="related" aria-labelledby="near">
          <h2 id="near">{say({ zh: '相近的文章', en: 'What is near' })}</h2>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <Link to={articlePath(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Notice>
  )
}

function MissingCategory({ name, parent, namesakes }: Of<'category'>) {
  const say = useSay()
  return (
    <Notice title={say({ zh: '没有这个分类了', en: 'This category is not here' })}>
      <p>
        {say({
          zh: '“{name}”可能改了名、移到了别处，或者已没有文章。',
          en: '“{name}” may have been renamed or moved, or has no articles any more.',
          name,
        })}
      </p>
      <Namesakes lead={{ zh: '同名的在', en: 'One of that name is at' }} links={namesakes} />
      <p className="actions">
        {parent && (
          <Link className="button" to={categoryPath(parent.path)}>
            {parent.names.join(' / ')} · {say(articlesCounted(parent.count))}
          </Link>
        )}
        <ToCategories isQuiet={parent !== null} />
      </p>
    </Notice>
  )
}

function MissingListPage({ first }: Of<'page'>) {
  const say = useSay()
  return (
    <Notice title={say({ zh: '列表没有这么多页', en: 'The list has fewer pages' })}>
      <p>
        {say({
          zh: '“{name}”到不了这一页，可以从第一页看起。',
          en: '“{name}” ends before this page. Its first page leads on.',
          name: listName(first.subject, say),
        })}
      </p>
      <p className="actions">
        <Link className="button" to={listPath(first.list)}>
          {listName(first.subject, say)}
        </Link>
        <ToCategories isQuiet />
      </p>
    </Notice>
  )
}

function ToCategories({ isQuiet }: { isQuiet: boolean }) {
  const say = useSay()
  return (
    <>
      <Link className={isQuiet ? 'button quiet' : 'button'} to={categoriesPath}>
        {say({ zh: '全部分类', en: 'All categories' })}
      </Link>
      <Link className="button quiet" to={categoryPath('')}>
        {say({ zh: '浏览全部文章', en: 'Browse all articles' })}
      </Link>
    </>
  )
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title)
  return (
    <div className="narrow notice">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  )
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = documentTitle(title, site)
  }, [title])
}
