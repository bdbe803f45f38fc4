import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  type Plugin,
  Title,
  Tooltip,
} from 'chart.js'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'
import type { Bars, Drawing, Grid } from './chart.ts'
import type { Look } from './look.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  Tooltip,
  Title,
  MatrixController,
  MatrixElement,
)

/** What the library is told of a drawing. It knows no type for both kinds at once. */
type Configuration = ChartConfiguration<'bar' | 'matrix'>

/** Draws on a canvas, which fills the box around it from now on. @returns takes the drawing away */
export function draw(canvas: HTMLCanvasElement, drawing: Drawing, look: Look): () => void {
  const chart = new Chart(canvas, configure(drawing, look))
  return () => chart.destroy()
}

/** Of a picture, in CSS pixels; it has twice as many of its own. */
const PICTURE_WIDTH = 960

/** The drawing as a picture with its title, in the colours of the page. */
export async function drawPicture(drawing: Drawing, title: string, look: Look): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = PICTURE_WIDTH
  canvas.height = heightOf(drawing, look)
  const configuration = configure(drawing, look, 2 * look.size)
  const { options } = configuration
  Object.assign(options!, { responsive: false, devicePixelRatio: 2 })
  options!.plugins!.title = {
    display: true,
    text: title,
    align: 'start',
    color: look.ink,
    font: { family: look.family, size: 1.5 * look.size, weight: 600 },
    padding: { bottom: 1.5 * look.size },
  }
  configuration.plugins!.unshift(paper(look))
  const chart = new Chart(canvas, configuration)
  try {
    return await new Promise((resolve, reject) => {
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('No picture could be made'))))
    })
  } finally {
    chart.destroy()
  }
}

function heightOf(drawing: Drawing, { size }: Look): number {
  const frame = 12 * size
  if (drawing.kind === 'bars') return frame + (drawing.isLying ? 2.6 * size * drawing.labels.length : 320)
  return frame + (PICTURE_WIDTH / drawing.columns.length) * drawing.rows.length
}

/** @param edge is left free all around */
const configure = (drawing: Drawing, look: Look, edge = 0): Configuration =>
  (drawing.kind === 'bars' ? bars(drawing, look, edge) : grid(drawing, look, edge)) as Configuration

/** What both kinds have in common. Nothing moves: what is drawn is there at once. */
const common = { responsive: true, maintainAspectRatio: false, animation: false, normalized: true } as const

const paddingOf = (edge: number, { right = 0, bottom = 0 }) => ({
  left: edge,
  top: edge,
  right: edge + right,
  bottom: edge + bottom,
})

const fontOf = ({ family, size }: Look) => ({ family, size })

const tooltip = (look: Look, label: (index: number) => string) => ({
  backgroundColor: look.ink,
  titleColor: look.paper,
  bodyColor: look.paper,
  titleFont: fontOf(look),
  bodyFont: fontOf(look),
  displayColors: false,
  callbacks: { title: () => '', label: ({ dataIndex }: { dataIndex: number }) => label(dataIndex) },
})

function bars({ isLying, labels, values, told }: Bars, look: Look, edge: number): ChartConfiguration<'bar'> {
  const ticks = { color: look.quiet, font: fontOf(look), maxRotation: 0 }
  const names = {
    grid: { display: false },
    border: { color: look.line },
    ticks: { ...ticks, autoSkip: !isLying, autoSkipPadding: look.size },
  }
  const numbers = {
    beginAtZero: true,
    grid: { color: look.line },
    border: { display: false },
    ticks: { ...ticks, precision: 0, maxTicksLimit: 5, display: !isLying },
  }
  const shown = labels.map(label => (isLying ? shorten(label) : label))
  return {
    type: 'bar',
    data: {
      labels: shown,
      datasets: [
        {
          data: values,
          backgroundColor: look.accent,
          hoverBackgroundColor: look.accent,
          borderRadius: 3,
          maxBarThickness: 36,
        },
      ],
    },
    options: {
      ...common,
      indexAxis: isLying ? 'y' : 'x',
      // Room for the number beside the longest bar.
      layout: { padding: paddingOf(edge, { right: isLying ? 6 * look.size : 0 }) },
      scales: isLying ? { y: names, x: { ...numbers, grid: { display: false } } } : { x: names, y: numbers },
      plugins: { tooltip: tooltip(look, index => `${labels[index]} · ${told(values[index]!)}`) },
    },
    plugins: isLying ? [numbersBeside(values.map(told), look)] : [],
  }
}

const LONGEST = 14

const shorten = (text: string) => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text
}

/** Writes the numbers of lying bars at their ends: the eye need not look for them on a scale. */
function numbersBeside(texts: string[], look: Look): Plugin<'bar'> {
  return {
    id: 'numbers-beside',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.font = `${look.size}px ${look.family}`
      ctx.fillStyle = look.quiet
      ctx.textBaseline = 'middle'
      for (const [index, { x, y }] of chart.getDatasetMeta(0).data.entries())
        ctx.fillText(texts[index]!, x + look.size / 2, y)
      ctx.restore()
    },
  }
}

/** Between two cells. */
const GAP = 2

function grid({ columns, rows, cells, ends }: Grid, look: Look, edge: number): ChartConfiguration<'matrix'> {
  const scale = (labels: string[]) => ({
    type: 'category' as const,
    labels: labels.map((_, index) => String(index)),
    offset: true,
    grid: { display: false },
    border: { display: false },
    ticks: {
      color: look.quiet,
      font: fontOf(look),
      autoSkip: false,
      maxRotation: 0,
      callback: (_: unknown, index: number) => labels[index] ?? '',
    },
  })
  const side = (length: number, count: number) => Math.max(1, length / count - GAP)
  return {
    type: 'matrix',
    data: {
      datasets: [
        {
          // The library puts cells by the names of their column and row.
          data: cells.map(({ column, row }) => ({ x: String(column), y: String(row) }) as never),
          backgroundColor: cells.map(({ level }) => look.shades[level]!),
          hoverBackgroundColor: cells.map(({ level }) => look.shades[level]!),
          hoverBorderColor: look.ink,
          borderColor: look.line,
          borderWidth: cells.map(({ level }) => (level === 0 ? 1 : 0)),
          hoverBorderWidth: 1,
          borderRadius: 2,
          width: ({ chart }) => side(chart.chartArea?.width ?? 0, columns.length),
          height: ({ chart }) => side(chart.chartArea?.height ?? 0, rows.length),
        },
      ],
    },
    options: {
      ...common,
      layout: { padding: paddingOf(edge, { bottom: 2 * look.size }) },
      scales: {
        x: { ...scale(columns), position: 'top' },
        y: { ...scale(rows), reverse: false },
      },
      plugins: { tooltip: tooltip(look, index => cells[index]!.told) },
    },
    plugins: [legend(ends, look)],
  }
}

/** What the shades mean, below on the right. */
function legend([least, most]: [string, string], look: Look): Plugin<'matrix'> {
  const { size, shades } = look
  return {
    id: 'legend',
    afterDraw({ ctx, chartArea }) {
      const top = chartArea.bottom + size
      ctx.save()
      ctx.font = `${size}px ${look.family}`
      ctx.textBaseline = 'middle'
      ctx.textAlign = 'right'
      ctx.fillStyle = look.quiet
      ctx.fillText(most, chartArea.right, top + size / 2)
      let x = chartArea.right - ctx.measureText(most).width - size / 2
      for (const shade of shades.toReversed()) {
        x -= size
        ctx.fillStyle = shade
        ctx.fillRect(x, top, size, size)
        ctx.strokeStyle = look.line
        ctx.strokeRect(x + 0.5, top + 0.5, size - 1, size - 1)
        x -= GAP
      }
      ctx.fillStyle = look.quiet
      ctx.fillText(least, x - size / 2, top + size / 2)
      ctx.restore()
    },
  }
}

function paper(look: Look): Plugin<'bar' | 'matrix'> {
  return {
    id: 'paper',
    beforeDraw({ ctx, width, height }) {
      ctx.save()
      ctx.fillStyle = look.paper
      ctx.fillRect(0, 0, width, height)
      ctx.restore()
    },
  }
}
