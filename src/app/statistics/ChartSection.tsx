import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../i18n/language.ts'
import { toCsv } from '../ui/csv.ts'
import { download } from '../ui/download.ts'
import { nextTurn } from '../ui/slices.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import type { Chart, Drawing, Table } from './chart.ts'
import { readLook, watchLook } from './look.ts'

/** The library for charts comes with the first of them. */
const loadDraw = () => import('./draw.ts')

/** Charts are drawn one after the other, so that none holds the page up for long. */
let turn = Promise.resolve()

/** A chart, the table behind it, and both as files. */
export function ChartSection({ chart }: { chart: Chart }) {
  const say = useSay()
  const id = useId()
  const { title, summary, drawing, table } = chart
  const { canvas, isLost } = useDrawing(drawing)
  return (
    <section className="chart-section" data-kind={kindOf(drawing)} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="chart-summary">{summary}</p>
      {isLost ? (
        <p className="empty" role="status">
          {say({
            zh: '图没能载入，联网后重新打开这一页就好。数字都在下面的表格里。',
            en: 'The chart could not be loaded; open this page again once online. The table below has its numbers.',
          })}
        </p>
      ) : (
        <ChartBox drawing={drawing} title={title}>
          <canvas ref={canvas} role="img" aria-label={`${title} ${summary}`} />
        </ChartBox>
      )}
      <ChartTable key={String(isLost)} title={title} table={table} isOpened={isLost} />
      <p className="chart-files">
        {!isLost && (
          <button
            type="button"
            aria-label={say({ zh: '存为图片：{title}', en: 'Save as picture: {title}', title })}
            onClick={() => void savePicture(chart)}
          >
            PNG
          </button>
        )}
        <button
          type="button"
          aria-label={say({ zh: '存为表格文件：{title}', en: 'Save as table: {title}', title })}
          onClick={() => saveTable(chart)}
        >
          CSV
        </button>
      </p>
    </section>
  )
}

/** How much room it needs. */
function kindOf(drawing: Drawing): 'bars' | 'names' | 'grid' {
  if (drawing.kind === 'grid') return 'grid'
  return drawing.isLying ? 'names' : 'bars'
}

/** Draws on a canvas, and anew when the page looks another way. */
function useDrawing(drawing: Drawing) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    let isLeft = false
    let leave = () => {}
    turn = turn.then(nextTurn)
    Promise.all([loadDraw(), turn]).then(
      ([{ draw }]) => {
        if (isLeft || !canvas.current) return
        let erase = draw(canvas.current, drawing, readLook())
        const ignore = watchLook(() => {
          erase()
          erase = draw(canvas.current!, drawing, readLook())
        })
        leave = () => {
          ignore()
          erase()
        }
      },
      () => setLost(true),
    )
    return () => {
      isLeft = true
      leave()
    }
  }, [drawing])
  return { canvas, isLost }
}

interface ChartBoxProps {
  drawing: Drawing
  title: string
  children: ReactNode
}

/** As large as the chart will be. What is wider than the window scrolls, and shows its end: that is today. */
function ChartBox({ drawing, title, children }: ChartBoxProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current!.scrollLeft = box.current!.scrollWidth
  }, [])
  const isWide = drawing.kind === 'grid' && drawing.columns.length > 24
  const height =
    drawing.kind === 'bars' && drawing.isLying ? { height: `${drawing.labels.length * 2 + 1}rem` } : undefined
  return (
    <figure ref={box} className="chart-box" aria-label={title} tabIndex={isWide ? 0 : undefined}>
      <div className={isWide ? 'chart wide' : 'chart'} style={height}>
        {children}
      </div>
    </figure>
  )
}

function ChartTable({ title, table, isOpened }: { title: string; table: Table; isOpened: boolean }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(isOpened)
  return (
    <details className="chart-table" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {say({ zh: '以表格显示', en: 'Show as table' })}
        <span className="visually-hidden">{say({ zh: '：{title}', en: ': {title}', title })}</span>
      </summary>
      {isOpen && (
        <section
          className="table-box"
          aria-label={say({ zh: '{title}（表格）', en: '{title} (table)', title })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
        >
          <table>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {table.head.map(name => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map((value, index) => (
                    <td key={table.head[index + 1]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  )
}

function saveTable({ name, table }: Chart) {
  download(`shiye-${name}.csv`, new Blob([toCsv([table.head, ...table.rows])], { type: 'text/csv' }))
}

async function savePicture({ name, title, drawing }: Chart) {
  try {
    const { drawPicture } = await loadDraw()
    download(`shiye-${name}.png`, await drawPicture(drawing, title, readLook()))
  } catch {
    tellNotLoaded()
  }
}
