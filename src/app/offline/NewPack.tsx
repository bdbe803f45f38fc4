import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { categoryList } from '../../shared/addresses.ts'
import type { CategoryNode } from '../../shared/article.ts'
import { articlesCounted } from '../browse/count.ts'
import { listName } from '../browse/list-name.ts'
import { catalogueQuery, treeQuery } from '../browse/queries.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { download, planNow } from './edit-packs.ts'
import { sizeOf } from './format-bytes.ts'
import { type Left, leftToBring } from './left-to-bring.ts'
import { type Pack, type PackContents, type PackSubject, packId } from './pack.ts'
import { sumOf } from './plan.ts'
import { useRoom } from './use-room.ts'

type Of = PackSubject['of']

const kinds: Record<Of, Words> = {
  days: { zh: '最近', en: 'The latest' },
  list: { zh: '分类', en: 'Category' },
  saved: { zh: '稍后读', en: 'Saved' },
}

const spans = [1, 3, 7, 30, 90]

/** What to take along. `?list=` fills the form. */
export function NewPack({ packs }: { packs: Pack[] }) {
  const say = useSay()
  const [params] = useSearchParams()
  const asked = params.get('list')
  const [of, setOf] = useState<Of>('days')
  const [days, setDays] = useState(7)
  const [list, setList] = useState(categoryList(''))
  const [hasPictures, setPictures] = useState(true)
  useEffect(() => {
    // Once the page is alive: the prerendered one knows no address.
    if (asked === null) return
    setOf('list')
    setList(asked)
  }, [asked])
  const { data: first } = useQuery({ ...catalogueQuery(list, 1), enabled: of === 'list' })
  const name = first ? listName(first.subject, say) : ''
  const subject: PackSubject | null =
    of === 'list' ? (first ? { of, list, name } : null) : of === 'days' ? { of, days } : { of }
  const id = useId()
  return (
    <form className="settings new-pack" onSubmit={event => event.preventDefault()}>
      <h2>{say({ zh: '下载新的离线包', en: 'Download a pack' })}</h2>
      <fieldset>
        <legend>{say({ zh: '带上什么', en: 'What to take along' })}</legend>
        <div className="choices">
          {(Object.keys(kinds) as Of[]).map(each => (
            <label key={each}>
              <input type="radio" name={id} checked={each === of} onChange={() => setOf(each)} />
              <span>{say(kinds[each])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {of === 'days' && <Days days={days} change={setDays} />}
      {of === 'list' && <Lists list={list} name={name} change={setList} />}
      <label className="with-pictures">
        <input type="checkbox" checked={hasPictures} onChange={({ target }) => setPictures(target.checked)} />
        <span>{say({ zh: '连同图片', en: 'Pictures too' })}</span>
      </label>
      {subject && <Offer key={packId(subject)} subject={subject} hasPictures={hasPictures} packs={packs} />}
    </form>
  )
}

function Days({ days, change }: { days: number; change: (days: number) => void }) {
  const say = useSay()
  return (
    <fieldset className="spans">
      <legend className="visually-hidden">{say({ zh: '多少天', en: 'How many days' })}</legend>
      {spans.map(each => (
        <button
          key={each}
          type="button"
          className="label-chip"
          aria-pressed={days === each}
          onClick={() => change(each)}
        >
          {say({ zh: '{days} 天', en: each === 1 ? '{days} day' : '{days} days', days: each })}
        </button>
      ))}
    </fieldset>
  )
}

function Lists({ list, name, change }: { list: string; name: string; change: (list: string) => void }) {
  const say = useSay()
  const { data: tree } = useQuery(treeQuery())
  const categories = tree ? flat(tree) : []
  const isCategory = list === categoryList('') || categories.some(({ path }) => categoryList(path) === list)
  return (
    <select
      aria-label={say({ zh: '分类', en: 'Category' })}
      value={list}
      onChange={({ target }) => change(target.value)}
    >
      {/* An author or a month, where the reader came from there. */}
      {!isCategory && <option value={list}>{name}</option>}
      <option value={categoryList('')}>{say({ zh: '全部文章', en: 'All articles' })}</option>
      {categories.map(({ path, names, count }) => (
        <option key={path} value={categoryList(path)}>
          {`${'\u3000'.repeat(names.length - 1)}${names.at(-1)} (${count})`}
        </option>
      ))}
    </select>
  )
}

const flat = (nodes: CategoryNode[]): CategoryNode[] => nodes.flatMap(node => [node, ...flat(node.children)])

interface OfferProps {
  subject: PackSubject
  hasPictures: boolean
  packs: Pack[]
}

/** How much it is, before it is asked for. */
function Offer({ subject, hasPictures, packs }: OfferProps) {
  const say = useSay()
  const id = packId(subject)
  const {
    data: contents,
    dataUpdatedAt,
    isError,
    isFetching,
    refetch,
  } = useQuery({ queryKey: ['pack-plan', id], queryFn: () => planNow(subject), staleTime: 0 })
  const pack = packs.find(each => each.id === id)
  const { data: left } = useQuery({
    queryKey: ['pack-left', id, pack?.state, dataUpdatedAt],
    queryFn: () => leftToBring(contents!),
    enabled: contents !== undefined && pack?.state !== 'running',
    staleTime: 0,
  })
  if (isError && !isFetching)
    return (
      <div role="alert">
        <p className="hint">
          {say({
            zh: '现在连不上网站，看不到有多大。联网后再试。',
            en: 'The site cannot be reached now, so there is no telling how much it is. Try again online.',
          })}
        </p>
        <button type="button" className="button quiet" onClick={() => void refetch()}>
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
      </div>
    )
  return (
    <>
      <p className="hint pack-size" role="status">
        {contents?.articles.length === 0
          ? say(nothingIn[subject.of])
          : contents && <Size contents={contents} left={left} hasPictures={hasPictures} packs={packs} />}
      </p>
      <button
        type="button"
        className="button"
        disabled={!contents || contents.articles.length === 0}
        onClick={() => contents && void download(subject, contents, hasPictures)}
      >
        {pack ? say({ zh: '更新离线包', en: 'Update the pack' }) : say({ zh: '下载', en: 'Download' })}
      </button>
    </>
  )
}

const nothingIn: Record<Of, Words> = {
  days: {
    zh: '这些天没有新文章。选长一些，或者选一个分类。',
    en: 'Nothing came out in these days. Choose more of them, or a category.',
  },
  list: { zh: '这里没有文章。', en: 'There are no articles here.' },
  saved: {
    zh: '稍后读里还没有文章。',
    en: 'Nothing is saved yet.',
  },
}

interface SizeProps {
  contents: PackContents
  left: Left | undefined
  hasPictures: boolean
  packs: Pack[]
}

function Size({ contents: { articles }, left, hasPictures, packs }: SizeProps) {
  const say = useSay()
  const room = useRoom()
  const bytes = sumOf(articles.map(article => article.bytes))
  const pictures = left?.pictures ?? sumOf(articles.map(article => article.pictures))
  const lines: Words[] = [
    {
      zh: '{count} · 正文 {size}',
      en: '{count} · text {size}',
      count: articlesCounted(articles.length),
      size: sizeOf(bytes),
    },
  ]
  if (left && left.bytes < bytes)
    lines.push(
      left.bytes === 0
        ? { zh: '都已在这台设备上', en: 'all of it here already' }
        : {
            zh: '其中 {size} 要下载，列表另计',
            en: '{size} of it to download, lists not counted',
            size: sizeOf(left.bytes),
          },
    )
  if (hasPictures && pictures > 0) lines.push(pictureLine(pictures, averageOf(packs)))
  if (room) lines.push({ zh: '还有 {free} 可用', en: '{free} free', free: sizeOf(room.free) })
  return lines.map(say).join(' · ')
}

/** Those of other sites do not tell their size before they come. */
function pictureLine(count: number, average: number | null): Words {
  return average === null
    ? {
        zh: '图片约 {count} 张，大小下载时才知道',
        en: 'about {count} pictures, whose size is known once they come',
        count,
      }
    : {
        zh: '图片约 {count} 张，约 {size}',
        en: 'about {count} pictures, about {size}',
        count,
        size: sizeOf(count * average),
      }
}

/** What pictures of other packs weighed. */
function averageOf(packs: Pack[]): number | null {
  const bytes = sumOf(packs.map(({ pictureBytes }) => pictureBytes))
  const count = sumOf(packs.map(({ picturesKept, picturesUnread }) => picturesKept - picturesUnread))
  return bytes > 0 ? bytes / count : null
}
