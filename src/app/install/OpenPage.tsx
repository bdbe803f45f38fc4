import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { categoryPath, openPath, searchPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import css from './open-page.css?inline'
import { cut, readShared } from './shared-link.ts'

const title = { zh: '打开链接', en: 'Open a link' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '按原文网址找到这里的文章',
      en: 'Finds the article here by the address of its original',
    }),
    path: openPath,
    isPrivate: true,
  }),
}

type Found = 'looking' | 'nothing shared' | 'unknown' | 'failed'

/** Opens what another app shares: a page of this site, or the article whose original it is; or says what can be done. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [found, setFound] = useState<Found>('looking')
  const [attempt, setAttempt] = useState(0)
  const shared = readShared(params)
  const { address } = shared
  useEffect(() => adoptStyles(css), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one
  useEffect(() => {
    let isLeft = false
    setFound(address === null ? 'nothing shared' : 'looking')
    if (address !== null)
      import('./find-page.ts')
        .then(({ findPage }) => findPage(address))
        .then(
          path => {
            if (isLeft) return
            if (path === null) setFound('unknown')
            // In its place, so that Back leads to where the reader came from.
            else void navigate(path, { replace: true })
          },
          () => isLeft || setFound('failed'),
        )
    return () => {
      isLeft = true
    }
  }, [address, attempt, navigate])

  return (
    <div className="narrow notice open-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      <div className="needs-script">
        <p role="status">{say(words[found])}</p>
        {address !== null && found !== 'looking' && (
          <Original
            address={address}
            title={shared.title}
            retry={found === 'failed' ? () => setAttempt(attempt + 1) : null}
          />
        )}
        {found !== 'looking' && <AnotherLink key={address} />}
      </div>
    </div>
  )
}

const words = {
  looking: { zh: '正在找这篇文章…', en: 'Looking for this article…' },
  'nothing shared': {
    zh: '贴上一篇文章的网址：这里收有它，就直接打开。',
    en: 'Paste the address of an article: if it is kept here, it opens.',
  },
  unknown: { zh: '这里没有收这个链接的文章。', en: 'The article of this link is not kept here.' },
  failed: {
    zh: '没法查这里有没有它：网络可能断了。',
    en: 'Whether it is kept here could not be looked up: the network may be down.',
  },
}

interface OriginalProps {
  address: string
  title: string
  /** Looks again, where that may help. */
  retry: (() => void) | null
}

function Original({ address, title, retry }: OriginalProps) {
  const say = useSay()
  return (
    <>
      {title && <p className="shared-title">{title}</p>}
      <p className="shared-address">{cut(address, 200)}</p>
      <p className="actions">
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {say({ zh: '再试一次', en: 'Try again' })}
          </button>
        )}
        <a className="button" href={address} target="_blank" rel="noopener noreferrer">
          {say({ zh: '打开原文', en: 'Open the original' })}
        </a>
        {title && (
          <Link className="button quiet" to={`${searchPath}?q=${encodeURIComponent(title)}`}>
            {say({ zh: '按标题找', en: 'Search for the title' })}
          </Link>
        )}
      </p>
    </>
  )
}

function AnotherLink() {
  const say = useSay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const { address } = readShared(new URLSearchParams({ url: typed }))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (address !== null) void navigate(`${openPath}?${new URLSearchParams({ url: address })}`)
      }}
    >
      <input
        type="url"
        value={typed}
        autoComplete="off"
        placeholder="https://"
        aria-label={say({ zh: '文章的网址', en: 'Address of an article' })}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button" disabled={address === null}>
        {say({ zh: '打开', en: 'Open' })}
      </button>
      <Link className="button quiet" to={categoryPath('')}>
        {say({ zh: '浏览全部文章', en: 'Browse all articles' })}
      </Link>
    </form>
  )
}
