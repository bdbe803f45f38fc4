import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { archivePath, articlePath, homePath, randomPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { randomArticle } from './random-article.ts'

const title = { zh: '随便看一篇', en: 'Random article' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({ zh: '打开随便一篇文章', en: 'Opens some article' }),
    path: randomPath,
    isPrivate: true,
  }),
}

/** Opens some article in its own place, so that Back leads to where the reader came from. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [trouble, setTrouble] = useState<'none' | 'empty' | 'failed'>('none')
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one
  useEffect(() => {
    let isLeft = false
    randomArticle().then(
      id => {
        if (isLeft) return
        if (id) void navigate(articlePath(id), { replace: true })
        else setTrouble('empty')
      },
      () => isLeft || setTrouble('failed'),
    )
    return () => {
      isLeft = true
    }
  }, [attempt, navigate])

  const retry = () => {
    setTrouble('none')
    setAttempt(attempt + 1)
  }
  return (
    <div className="narrow notice">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      {trouble === 'none' && (
        <p className="needs-script" role="status">
          {say({ zh: '正在挑一篇…', en: 'Choosing an article…' })}
        </p>
      )}
      {trouble === 'empty' && <p>{say({ zh: '这里还没有文章。', en: 'No articles yet.' })}</p>}
      {trouble === 'failed' && (
        <p role="alert">
          {say({
            zh: '没有取到文章的名单：网络可能断了。读过的文章在历史里还能打开。',
            en: 'The list of articles could not be had: the network may be down. What you have read can still be opened from the history.',
          })}
        </p>
      )}
      {trouble !== 'none' && (
        <p className="actions">
          {trouble === 'failed' && (
            <button type="button" className="button" onClick={retry}>
              {say({ zh: '再试一次', en: 'Try again' })}
            </button>
          )}
          <Link className="button quiet" to={homePath}>
            {say({ zh: '回到首页', en: 'Go to the home page' })}
          </Link>
          <Link className="button quiet" to={archivePath}>
            {say({ zh: '归档', en: 'Archive' })}
          </Link>
        </p>
      )}
    </div>
  )
}
