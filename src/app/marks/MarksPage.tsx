import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { articlePath, homePath, marksPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useSay } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { download } from '../ui/download.ts'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import panelCss from '../ui/panel.css?inline'
import { SearchField } from '../ui/SearchField.tsx'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useLimit } from '../ui/use-limit.ts'
import { WasCleared } from '../ui/WasCleared.tsx'
import { type ExportFormat, exportMarks } from './export-marks.ts'
import { filterMarks, firstMarks, groupByArticle, type MarkFilter } from './group-marks.ts'
import { MarkRow } from './MarkRow.tsx'
import { type Colour, colourNames, colours, type Mark, markPath } from './mark.ts'
import coloursCss from './mark-colours.css?inline'
import { marksQuery } from './marks.ts'
import css from './marks-page.css?inline'
import { addressOf } from './send-quote.ts'
import '../history/history.css'

const title = { zh: '我的标记', en: 'My marks' }

/** How many marks are shown first, and how many more at a time. */
const STEP = 50

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '读文章时标下的文字和笔记，只存放在这台设备上。',
      en: 'What you have marked and noted while reading, kept on this device only.',
    }),
    path: marksPath,
    isPrivate: true,
  }),
}

/** All that the reader has marked, by article. Filter and search stand in the address. */
export function Component() {
  const say = useSay()
  const { asked: filter, address, change } = useAsked(readFilter, writeFilter)
  const [limit, showMore] = useLimit(STEP, address)
  const { data: all, error } = useQuery(marksQuery)
  useEffect(() => {
    adoptStyles(panelCss)
    adoptStyles(coloursCss)
    adoptStyles(css)
  }, [])
  const marks = filterMarks(all ?? [], filter)

  return (
    <div className="narrow history">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '只存放在这台设备上，不会发送到任何地方。',
          en: 'Kept on this device only; nothing is sent anywhere.',
        })}
      </p>
      <NeedsScript />
      {error ? (
        <StorageRefused error={error} what={{ zh: '标记没有开启', en: 'Marks are off' }} />
      ) : (
        <>
          {all?.length !== 0 && <Tools filter={filter} change={change} marks={marks} />}
          {all && marks.length === 0 && <Nothing hasMarks={all.length > 0} />}
          <Groups marks={marks} limit={limit} />
          {marks.length > limit && (
            <p className="more">
              <button className="button quiet" type="button" onClick={showMore}>
                {say({ zh: '更多', en: 'Show more' })}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  )
}

function readFilter(params: URLSearchParams): MarkFilter {
  const named = params.get('colour')
  return {
    search: params.get('q') ?? '',
    colour: named !== null && Object.hasOwn(colours, named) ? (named as Colour) : null,
    isNoted: params.has('notes'),
  }
}

const writeFilter = ({ search, colour, isNoted }: MarkFilter): Record<string, string> => ({
  ...(search && { q: search }),
  ...(colour && { colour }),
  ...(isNoted && { notes: '' }),
})

interface ToolsProps {
  filter: MarkFilter
  change: (changes: Partial<MarkFilter>) => void
  marks: Mark[]
}

function Tools({ filter, change, marks }: ToolsProps) {
  const say = useSay()
  return (
    <div className="history-tools needs-script">
      <SearchField
        search={filter.search}
        label={say({ zh: '在标记中查找', en: 'Search marks' })}
        placeholder={say({ zh: '查找文字、笔记或标题', en: 'Text, note or title' })}
        change={search => change({ search })}
      />
      <fieldset className="mark-filter">
        <legend className="visually-hidden">{say({ zh: '筛选', en: 'Filter' })}</legend>
        {colourNames.map(name => (
          <button
            key={name}
            type="button"
            className="button quiet"
            aria-pressed={filter.colour === name}
            onClick={() => change({ colour: filter.colour === name ? null : name })}
          >
            <span className="swatch" data-colour={name} />
            {say(colours[name])}
          </button>
        ))}
        <button
          type="button"
          className="button quiet"
          aria-pressed={filter.isNoted}
          onClick={() => change({ isNoted: !filter.isNoted })}
        >
          {say({ zh: '有笔记', en: 'With notes' })}
        </button>
      </fieldset>
      <div className="mark-export">
        <span>{say({ zh: '导出这 {count} 处：', en: 'Export these {count}:', count: marks.length })}</span>
        {(['Markdown', 'JSON', 'CSV'] as const).map(format => (
          <button
            key={format}
            type="button"
            className="icon-button"
            aria-label={say({ zh: '导出为 {format}', en: 'Export as {format}', format })}
            disabled={marks.length === 0}
            onClick={() => downloadMarks(marks, format)}
          >
            {format}
          </button>
        ))}
      </div>
    </div>
  )
}

function Groups({ marks, limit }: { marks: Mark[]; limit: number }) {
  return firstMarks(groupByArticle(marks), limit).map(group => (
    <section key={group.articleId} className="mark-group">
      <h2>
        <Link to={articlePath(group.articleId)}>{group.title}</Link>
      </h2>
      <ul className="mark-list">
        {group.marks.map(mark => (
          <MarkRow key={mark.id} mark={mark} isLost={mark.isLost ?? false}>
            <Link to={mark.isLost ? articlePath(mark.articleId) : markPath(mark)}>{mark.quote}</Link>
          </MarkRow>
        ))}
      </ul>
    </section>
  ))
}

function downloadMarks(marks: Mark[], format: ExportFormat) {
  const { name, type, text } = exportMarks(marks, format, addressOf)
  download(name, new Blob([text], { type }))
}

function Nothing({ hasMarks }: { hasMarks: boolean }) {
  const say = useSay()
  if (hasMarks)
    return (
      <p className="empty needs-script" role="status">
        {say({ zh: '没有找到。换一个词或颜色试试。', en: 'Nothing found. Try another word or colour.' })}
      </p>
    )
  return (
    <div className="empty needs-script">
      <WasCleared />
      <p>
        {say({
          zh: '还没有标记。读文章时选中一段文字，就可以标上颜色、写下笔记，它们会集中在这里。',
          en: 'No marks yet. While reading, select some text to colour it or to write a note: it will be here.',
        })}
      </p>
      <p>
        <Link className="button" to={homePath}>
          {say({ zh: '去读一篇', en: 'Find something to read' })}
        </Link>
      </p>
    </div>
  )
}
