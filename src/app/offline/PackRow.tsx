import { listPath, savedPath } from '../../shared/addresses.ts'
import { UNREAD_BYTES } from '../../shared/packs.ts'
import { articlesCounted } from '../browse/count.ts'
import { formatDate, formatPercent } from '../i18n/format.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { useOnline } from '../ui/use-online.ts'
import { pause, remove, resume, update } from './edit-packs.ts'
import { sizeOf } from './format-bytes.ts'
import { type Pack, type PackSubject, packName, progressOf } from './pack.ts'

/** A pack: how far it is, and what can be done with it. */
export function PackRow({ pack }: { pack: Pack }) {
  const say = useSay()
  const language = useLanguage()
  const isOnline = useOnline()
  const name = say(packName(pack.subject))
  const share = progressOf(pack)
  return (
    <li className="pack">
      <h3>
        <Link to={pathOf(pack.subject)}>{name}</Link>
      </h3>
      <p className="pack-facts" key={language}>
        {say(kept(pack))}
      </p>
      {(pack.picturesUnread > 0 || pack.picturesLeft > 0) && (
        <p className="pack-facts">{say(unread(pack))}</p>
      )}
      {pack.state !== 'done' && (
        <progress value={share} aria-label={say({ zh: '下载进度', en: 'Download progress' })}>
          {formatPercent(share, language)}
        </progress>
      )}
      <p className="pack-state" role={pack.problem || pack.failed ? 'alert' : undefined}>
        {say(stateOf(pack, formatPercent(share, language), isOnline))}
      </p>
      <div className="pack-actions">
        {pack.state === 'running' && (
          <button type="button" className="button quiet" onClick={() => void pause(pack)}>
            {say({ zh: '暂停', en: 'Pause' })}
          </button>
        )}
        {pack.state === 'paused' && (
          <button type="button" className="button" onClick={() => void resume(pack)}>
            {say({ zh: '继续', en: 'Resume' })}
          </button>
        )}
        {pack.state === 'done' && pack.failed > 0 && (
          <button type="button" className="button quiet" onClick={() => void resume(pack)}>
            {say({ zh: '再试缺的', en: 'Try the rest again' })}
          </button>
        )}
        {(pack.state === 'done' || (pack.state === 'paused' && pack.problem === 'silent')) && (
          <button type="button" className="button quiet" onClick={() => void update(pack)}>
            {say({ zh: '更新', en: 'Update' })}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          aria-label={
            pack.state === 'done'
              ? say({ zh: '删除“{name}”', en: 'Delete “{name}”', name })
              : say({ zh: '取消“{name}”', en: 'Cancel “{name}”', name })
          }
          onClick={() => {
            // The button goes with its row.
            document.querySelector<HTMLElement>('main h1')?.focus()
            void remove(pack)
          }}
        >
          {pack.state === 'done' ? say({ zh: '删除', en: 'Delete' }) : say({ zh: '取消', en: 'Cancel' })}
        </button>
      </div>
    </li>
  )
}

function pathOf(subject: PackSubject): string {
  if (subject.of === 'saved') return savedPath
  return listPath(subject.of === 'list' ? subject.list : 'c')
}

function kept({ articles, bytesKept, picturesKept, pictureBytes, hasPictures }: Pack): Words {
  const [count, text] = [articlesCounted(articles), sizeOf(bytesKept)]
  if (!hasPictures || picturesKept === 0)
    return { zh: '{count} · 正文 {text}', en: '{count} · text {text}', count, text }
  return {
    zh: '{count} · 正文 {text} · 图片 {pictures} 张，{size}',
    en: '{count} · text {text} · {pictures} pictures, {size}',
    count,
    text,
    pictures: picturesKept,
    size: sizeOf(pictureBytes),
  }
}

/** Pictures whose hosts let nobody read them. */
function unread({ picturesUnread, picturesLeft }: Pack): Words {
  const count = picturesUnread
  const size = sizeOf(picturesUnread * UNREAD_BYTES)
  if (picturesLeft === 0)
    return {
      zh: '其中 {count} 张不报大小，浏览器可能按约 {size} 计入',
      en: '{count} of them do not tell their size: the browser may count some {size}',
      count,
      size,
    }
  return {
    zh: '其中 {count} 张不报大小，浏览器可能按约 {size} 计入；这样的图片另有 {left} 张没有存，联网才看得到',
    en: '{count} of them do not tell their size: the browser may count some {size}. {left} more of that kind were left out and need the network',
    count,
    size,
    left: picturesLeft,
  }
}

function stateOf(pack: Pack, percent: string, isOnline: boolean): Words {
  if (pack.problem === 'full')
    return {
      zh: '空间不够，已暂停，下载好的照样能读。在下面清出一些空间再继续。',
      en: 'Paused: there is no room. What has come can be read. Clear some room below, then resume.',
    }
  if (pack.problem === 'silent')
    return {
      zh: '网站没有回答，或者没有给全，{percent}。下载好的已经能读，网络恢复或回到这里时会接着下载。',
      en: 'The site does not answer, or not with all of it, {percent}. What has come can be read; it goes on when the network is back or you return.',
      percent,
    }
  if (pack.problem === 'lost')
    return {
      zh: '浏览器清掉了其中一些文件，剩下的还能读。点“继续”会重新下载。',
      en: 'The browser has cleared some of its files; what is left can be read. Resume to download them again.',
    }
  if (pack.state === 'running' && !isOnline)
    return {
      zh: '没有网络，{percent}。下载好的已经能读，有网络时会接着下载。',
      en: 'No network, {percent}. What has come can be read; it goes on once there is a network.',
      percent,
    }
  if (pack.state === 'running' && pack.articlesKept === pack.articles)
    return {
      zh: '正文已经能离线读，正在下载图片，{percent}。可以离开这一页，关掉后下次接着来。',
      en: 'The text is ready offline, pictures are on their way, {percent}. You may leave; if you close the app, it goes on next time.',
      percent,
    }
  if (pack.state === 'running')
    return {
      zh: '正在下载，{percent}。可以离开这一页，关掉后下次接着来。',
      en: 'Downloading, {percent}. You may leave; if you close the app, it goes on next time.',
      percent,
    }
  if (pack.state === 'paused')
    return {
      zh: '已暂停，{percent}。下载好的已经能读。',
      en: 'Paused at {percent}. What has come can be read.',
      percent,
    }
  if (pack.failed > 0)
    return {
      zh: '可以离线读，有 {failed} 个文件没有取到，多半是别的网站上的图片。',
      en: 'Ready offline, but {failed} files could not be had; most are likely pictures of other sites.',
      failed: pack.failed,
    }
  if (pack.isUpdateWanted)
    return { zh: '可以离线读，联网后会更新', en: 'Ready offline, to be updated once there is a network' }
  return {
    zh: '可以离线读 · {date}',
    en: 'Ready offline · {date}',
    date: language => formatDate(new Date(pack.checkedAt).toISOString(), language),
  }
}
