import type { MouseEvent, ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { articlePath } from '../../shared/addresses.ts'
import { articleQuery } from '../article/article-query.ts'
import { queryClient } from '../data/query-client.ts'

/** A link to an article. One that is loaded already opens without a fade, which takes longer than everything else. */
export function ArticleLink({ id, children }: { id: string; children: ReactNode }) {
  const navigate = useNavigate()
  const openAtOnce = (event: MouseEvent) => {
    if (!isPlain(event) || !queryClient.getQueryData(articleQuery(id).queryKey)) return
    event.preventDefault()
    void navigate(articlePath(id))
  }
  return (
    <Link to={articlePath(id)} viewTransition onClick={openAtOnce}>
      {children}
    </Link>
  )
}

/** Not one that asks for a new tab or window. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey
