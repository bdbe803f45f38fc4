import { useLocation } from 'react-router'
import {
  backupPath,
  historyPath,
  marksPath,
  mutePath,
  offlinePath,
  queuePath,
  savedPath,
  statisticsPath,
} from '../../shared/addresses.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'

const pages = [
  { path: savedPath, words: { zh: '稍后读', en: 'Saved' } },
  { path: historyPath, words: { zh: '历史', en: 'History' } },
  { path: statisticsPath, words: { zh: '统计', en: 'Statistics' } },
  { path: marksPath, words: { zh: '标记', en: 'Marks' } },
  { path: queuePath, words: { zh: '我有几分钟', en: 'A few minutes' } },
  { path: mutePath, words: { zh: '屏蔽', en: 'Muted' } },
  { path: backupPath, words: { zh: '备份', en: 'Backup' } },
  { path: offlinePath, words: { zh: '离线', en: 'Offline' } },
]

/** The way between the pages that are the reader's own. */
export function OwnPages() {
  const say = useSay()
  const language = useLanguage()
  const { pathname } = useLocation()
  return (
    <nav key={language} className="own-pages" aria-label={say({ zh: '我的阅读', en: 'Your reading' })}>
      {pages.map(({ path, words }) => (
        <Link key={path} to={path} aria-current={`${pathname}/`.startsWith(path) ? 'page' : undefined}>
          {say(words)}
        </Link>
      ))}
    </nav>
  )
}
