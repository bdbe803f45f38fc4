import { useQuery } from '@tanstack/react-query'
import { UNREAD_BYTES } from '../../shared/packs.ts'
import { queryClient } from '../data/query-client.ts'
import { useLanguage, useSay, type Words } from '../i18n/language.ts'
import { toast } from '../ui/toast.ts'
import { sizeOf } from './format-bytes.ts'
import { clearCaches } from './free-space.ts'
import type { Pack } from './pack.ts'
import { openPacks } from './pack-store.ts'
import { deletePacks } from './packs.ts'
import { sumOf } from './plan.ts'
import { cachesOf, measureUse, type UseKind } from './storage-use.ts'
import { roomQuery } from './use-room.ts'

const kinds: Record<UseKind, { name: Words; hint: Words }> = {
  packs: {
    name: { zh: '离线包', en: 'Packs' },
    hint: {
      zh: '清除后要重新下载才能离线读。',
      en: 'Once cleared, they must be downloaded again to be read offline.',
    },
  },
  saved: {
    name: { zh: '稍后读的文章', en: 'Saved articles' },
    hint: { zh: '移出稍后读时一起清除。', en: 'They go when you take them out of saved.' },
  },
  pictures: {
    name: { zh: '看过的图片', en: 'Pictures you have seen' },
    hint: { zh: '清除后看到时再取。', en: 'Once cleared, they come again when you see them.' },
  },
  visited: {
    name: { zh: '看过的页面', en: 'Pages you have opened' },
    hint: {
      zh: '清除后这些文章要联网才能再读，历史和进度还在。',
      en: 'Once cleared, these need the network again; history and progress stay.',
    },
  },
  app: {
    name: { zh: '应用本身', en: 'The app itself' },
    hint: { zh: '没有网络也能打开，靠的就是它。', en: 'What lets the app open without a network.' },
  },
}

const useQueryKey = ['packs', 'use']

/** What takes how much room, and how to get it back. */
export function StorageUse({ packs }: { packs: Pack[] }) {
  const say = useSay()
  const language = useLanguage()
  const isBusy = packs.some(({ state }) => state === 'running')
  const { data: use } = useQuery({
    queryKey: useQueryKey,
    queryFn: async () => {
      const database = await openPacks()
      const pictures = await database.getAll('pictures')
      const files = [...(await database.getAll('articles')), ...pictures]
      return measureUse({
        bytes: sumOf(files.map(({ bytes }) => bytes)),
        unread: pictures.filter(({ isUnread }) => isUnread).length,
      })
    },
    // While packs come, every file that does would have all counted anew.
    enabled: !isBusy,
  })
  return (
    <section className="storage-use" aria-labelledby="storage">
      <h2 id="storage">{say({ zh: '存储空间', en: 'Storage' })}</h2>
      <RoomLine />
      <ul>
        {(Object.keys(kinds) as UseKind[]).map(kind => (
          <li key={kind}>
            <span className="title">{say(kinds[kind].name)}</span>
            <span className="size" key={language}>
              {use && say({ zh: '{size}', en: '{size}', size: sizeOf(use[kind].bytes) })}
            </span>
            <span className="hint">
              {say(kinds[kind].hint)}
              {use && use[kind].unread > 0 && (
                <>
                  {' '}
                  {say({
                    zh: '另有 {count} 张别的网站的图片不报大小，浏览器可能按每张约 {each} 计入。',
                    en: '{count} more pictures of other sites do not tell their size; the browser may count some {each} for each.',
                    count: use[kind].unread,
                    each: sizeOf(UNREAD_BYTES),
                  })}
                </>
              )}
            </span>
            {kind !== 'app' && kind !== 'saved' && (
              <button
                type="button"
                className="button quiet"
                disabled={!use || use[kind].files === 0}
                aria-label={say({ zh: '清除{name}', en: 'Clear: {name}', name: kinds[kind].name })}
                onClick={() => void clear(kind)}
              >
                {say({ zh: '清除', en: 'Clear' })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">
        {say({
          zh: '空间不够时，先清读过文章的图片，再清看过的页面；历史、标记和稍后读从不自动清除。',
          en: 'When room gets short, pictures of read articles go first, then opened pages. History, marks and saved articles never go by themselves.',
        })}
      </p>
    </section>
  )
}

function RoomLine() {
  const say = useSay()
  const { data: room, isPending } = useQuery(roomQuery)
  // What stands below does not move when the browser has answered.
  if (!room) return isPending && <div className="room" />
  return (
    <div className="room">
      <p>
        {say({
          zh: '浏览器算作已用 {used}，还有 {free} 可用',
          en: 'The browser counts {used} as used and {free} as free',
          used: sizeOf(room.used),
          free: sizeOf(room.free),
        })}
      </p>
      <progress value={room.used} max={room.quota || 1} aria-hidden="true" />
      {room.isPersistent ? (
        <p className="hint">
          {say({
            zh: '浏览器答应不自动清除这些。',
            en: 'The browser has promised not to clear it by itself.',
          })}
        </p>
      ) : (
        <button type="button" className="button quiet" onClick={() => void askToPersist()}>
          {say({ zh: '请浏览器不要自动清除', en: 'Ask the browser not to clear it by itself' })}
        </button>
      )}
    </div>
  )
}

async function askToPersist(): Promise<void> {
  const isGranted = await navigator.storage.persist().catch(() => false)
  if (!isGranted)
    toast({
      words: {
        zh: '浏览器这次没有答应。把网站安装成应用，或多用几天再试。',
        en: 'The browser has not agreed this time. Install the site as an app, or try again after some days of use.',
      },
    })
  await queryClient.invalidateQueries({ queryKey: ['packs'] })
}

async function clear(kind: UseKind): Promise<void> {
  if (kind === 'app' || kind === 'saved') return
  await (kind === 'packs' ? deletePacks() : clearCaches([...cachesOf[kind]])).catch(() => undefined)
  await queryClient.invalidateQueries({ queryKey: ['packs'] })
  toast({ words: { zh: '已清除：{name}', en: 'Cleared: {name}', name: kinds[kind].name } })
}
