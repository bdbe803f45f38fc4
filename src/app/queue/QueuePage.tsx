import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { articlePath, queuePath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useSay } from '../i18n/language.ts'
import labelCss from '../saved/label-editor.css?inline'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import panelCss from '../ui/panel.css?inline'
import { NewQueue } from './NewQueue.tsx'
import { keptQueue, type QueueItem, startQueue } from './queue.ts'
import css from './queue-page.css?inline'
import { RunningQueue } from './RunningQueue.tsx'
import '../history/history.css'

const title = { zh: '我有几分钟', en: 'A few minutes' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '说说有多少时间，配一组读得完的文章。',
      en: 'Say how much time there is, and get articles that fit.',
    }),
    path: queuePath,
    isPrivate: true,
  }),
}

/** Articles for the time that the reader has: the set that was begun, or one to be chosen. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const queue = keptQueue.use()
  /** The choice stays in sight until the first article is there. */
  const [isStarting, setStarting] = useState(false)
  const start = (items: QueueItem[], minutes: number) => {
    setStarting(true)
    startQueue(items, minutes)
    void navigate(articlePath(items[0]!.id))
  }
  useEffect(() => {
    for (const each of [panelCss, labelCss, css]) adoptStyles(each)
  }, [])
  return (
    <div className="narrow history queue-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <NeedsScript />
      <div className="needs-script">
        {queue && !isStarting ? <RunningQueue queue={queue} /> : <NewQueue start={start} />}
      </div>
    </div>
  )
}
