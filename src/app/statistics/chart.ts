/** A chart and the table behind it, as plain data: `draw.ts` knows how it looks. */
export interface Chart {
  /** Names its files. */
  name: string
  title: string
  /** What one sees at a glance, for those who do not. */
  summary: string
  drawing: Drawing
  table: Table
}

export type Drawing = Bars | Grid

export interface Bars {
  kind: 'bars'
  /** Bars that lie have room for long names. */
  isLying: boolean
  labels: string[]
  values: number[]
  /** The value as words, beside its bar or where one points. */
  told: (value: number) => string
}

export interface Grid {
  kind: 'grid'
  /** What stands beside columns and rows; empty where nothing does. */
  columns: string[]
  rows: string[]
  cells: Cell[]
  /** What stands at the ends of the scale of shades. */
  ends: [least: string, most: string]
}

export interface Cell {
  column: number
  row: number
  /** 0 for nothing, 1 to 4 for a little to much. */
  level: number
  told: string
}

export interface Table {
  head: string[]
  rows: (string | number)[][]
}
