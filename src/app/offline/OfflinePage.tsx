import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { offlinePath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useSay } from '../i18n/language.ts'
import chipCss from '../saved/label-editor.css?inline'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { checkPacks } from './check-packs.ts'
import { NewPack } from './NewPack.tsx'
import css from './offline-page.css?inline'
import { PackRow } from './PackRow.tsx'
import { packsQuery } from './packs.ts'
import { StorageUse } from './StorageUse.tsx'
import '../history/history.css'
import '../settings/settings.css'

const title = { zh: '离线', en: 'Offline' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '把文章连图片下载到这台设备，没有网络也能读；看看什么占了多少空间。',
      en: 'Download articles with their pictures to read without a network, and see what takes how much room.',
    }),
    path: offlinePath,
    isPrivate: true,
  }),
}

/** What is kept for reading without a network, and the room it takes. */
export function Component() {
  const say = useSay()
  const { data: packs, isError } = useQuery(packsQuery)
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    setRefused(!('serviceWorker' in navigator))
    for (const each of [chipCss, css]) adoptStyles(each)
    checkPacks().catch(() => undefined) // where storage is refused, the page says so
  }, [])
  return (
    <div className="narrow history offline-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '读过和存到稍后读的文章本来就能离线读。想多带一些，就下载成离线包。',
          en: 'What you have read or saved can be read offline anyway. To take more with you, download a pack.',
        })}
      </p>
      <NeedsScript />
      {isError || isRefused ? (
        <NoStorage />
      ) : (
        <div className="needs-script">
          {packs && packs.length > 0 && (
            <section aria-labelledby="packs">
              <h2 id="packs">{say({ zh: '离线包', en: 'Packs' })}</h2>
              <ul className="packs">
                {packs.map(pack => (
                  <PackRow key={pack.id} pack={pack} />
                ))}
              </ul>
            </section>
          )}
          <NewPack packs={packs ?? []} />
          <StorageUse packs={packs ?? []} />
        </div>
      )}
    </div>
  )
}

function NoStorage() {
  const say = useSay()
  return (
    <p className="empty" role="alert">
      {say({
        zh: '不能离线下载：浏览器不允许这个网站存放数据。联网阅读不受影响。',
        en: 'Nothing can be downloaded: the browser does not let this site keep data. Reading online works as ever.',
      })}
    </p>
  )
}
