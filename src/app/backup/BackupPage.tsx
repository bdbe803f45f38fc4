import { useEffect } from 'react'
import { backupPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useSay } from '../i18n/language.ts'
import { SyncPanel } from '../sync/SyncPanel.tsx'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import css from './backup-page.css?inline'
import { Damaged } from './Damaged.tsx'
import { MakeBackup } from './MakeBackup.tsx'
import { Restore } from './Restore.tsx'
import '../history/history.css'
import '../settings/settings.css'

const title = { zh: '备份与同步', en: 'Backup and sync' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '把阅读历史、标记、稍后读和设置存成一个文件，或在几台设备之间同步，不经过我们的服务器。',
      en: 'Keep history, marks, saved articles and settings in one file, or in sync between devices, without a server of ours.',
    }),
    path: backupPath,
    isPrivate: true,
  }),
}

/** Where the reader takes what is theirs away with them, brings it back, and keeps devices alike. */
export function Component() {
  const say = useSay()
  useEffect(() => adoptStyles(css), [])
  return (
    <div className="narrow history backup-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '你读过、标记和保存的一切只在这台设备上。Safari 会清除七天没有打开的网站的数据（装到主屏幕的除外），别的浏览器空间紧张时也会清理。',
          en: 'All you have read, marked and saved is on this device only. Safari clears what sites keep after seven days without a visit (unless they are on the home screen); other browsers do when space is short.',
        })}
      </p>
      <NeedsScript />
      <div className="needs-script">
        <MakeBackup />
        <Restore />
        <SyncPanel />
        <Damaged />
      </div>
    </div>
  )
}
