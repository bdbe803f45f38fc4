import { useEffect } from 'react'
import { useRevalidator, useRouteError } from 'react-router'
import { historyPath, homePath } from '../shared/addresses.ts'
import { documentTitle } from '../shared/site.ts'
import { LoadError } from './data/fetch-json.ts'
import { site } from './data/site.ts'
import { useSay, type Words } from './i18n/language.ts'
import { MissingPage } from './missing/MissingPage.tsx'
import { Link } from './ui/Link.tsx'

const causes: Record<Exclude<Reason, 'missing'>, { title: Words; text: Words }> = {
  offline: {
    title: { zh: '现在连不上网络', en: 'You are offline' },
    text: {
      zh: '这一页没有存在这台设备上，需要联网一次。近来读过的文章都可以离线阅读。',
      en: 'This page is not kept on this device and needs the network once. What you have read lately can be read offline.',
    },
  },
  broken: {
    title: { zh: '这一页没有传完整', en: 'This page did not arrive whole' },
    text: {
      zh: '服务器给出的内容不对，多半过一会儿就好。',
      en: 'The server’s answer made no sense. It will most likely be well in a while.',
    },
  },
  changing: {
    title: { zh: '网站正在更新', en: 'The site is being updated' },
    text: {
      zh: '这一页需要的一部分现在取不到，多半一两分钟后就好。阅读历史不受影响。',
      en: 'A part of this page cannot be had right now. It will most likely be there in a minute or two; your reading history is safe.',
    },
  },
  fault: {
    title: { zh: '这一页出了问题', en: 'Something went wrong' },
    text: {
      zh: '这是我们的差错。重新载入通常就好了，阅读历史不受影响。',
      en: 'The fault is ours. Loading the page again usually helps; your reading history is safe.',
    },
  },
}

type Reason = LoadError['reason'] | 'changing' | 'fault'

/** As Chromium, Firefox and Safari say that a script of ours is not there. */
const NO_SCRIPT = /dynamically imported module|Importing a module script|preload CSS/i

function reasonOf(error: unknown): Reason {
  if (error instanceof LoadError) return error.reason
  if (!(error instanceof Error && NO_SCRIPT.test(error.message))) return 'fault'
  return navigator.onLine ? 'changing' : 'offline'
}

/** Says what happened and what to do next, whatever was thrown on the way to a page. */
export default function ErrorPage() {
  const error = useRouteError()
  const say = useSay()
  const { revalidate, state } = useRevalidator()
  const reason = reasonOf(error)
  const cause = causes[reason === 'missing' ? 'fault' : reason]
  const title = say(cause.title)

  useEffect(() => {
    if (reason !== 'missing') document.title = documentTitle(title, site)
    if (reason === 'fault') console.error(error)
  }, [title, reason, error])

  // A page of an older version may lack what the site no longer has, or not understand what it has now.
  useEffect(() => {
    if (error && reason !== 'offline') void globalThis.renew?.()
  }, [reason, error])

  useEffect(() => {
    if (reason !== 'offline') return
    // The event often comes before the network does. A page that could be had takes this one, and the rest, away.
    const timers: ReturnType<typeof setTimeout>[] = []
    const retry = (...waits: number[]) => {
      for (const wait of waits) timers.push(setTimeout(() => void revalidate(), wait))
    }
    const onOnline = () => retry(0, 1000, 4000)
    // On a slow line the answer comes after the worker gave it up, which has kept it.
    if (navigator.onLine) retry(1000, 4000)
    addEventListener('online', onOnline)
    return () => {
      removeEventListener('online', onOnline)
      timers.forEach(clearTimeout)
    }
  }, [reason, revalidate])

  if (reason === 'missing') return <MissingPage />
  return (
    <div className="narrow notice" role="alert">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{say(cause.text)}</p>
      <p className="actions">
        <button
          className="button"
          type="button"
          disabled={state === 'loading'}
          onClick={() => (error instanceof LoadError ? void revalidate() : location.reload())}
        >
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
        <Link className="button quiet" to={homePath}>
          {say({ zh: '回到首页', en: 'Go to the home page' })}
        </Link>
        <Link className="button quiet" to={historyPath}>
          {say({ zh: '看看读过的', en: 'See what you have read' })}
        </Link>
      </p>
    </div>
  )
}
