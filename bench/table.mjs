/** A table in Markdown: the first column is text, the others are figures. */
export function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index ? '--:' : '---'))), ...rows.map(line)].join('\n')
}

/** A figure, or a dash where there is none. */
export const figure = (value, digits = 0) =>
  value === null || value === undefined || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** A figure and how many times that of Shiye it is. */
export function withRatio(value, own, digits = 0) {
  const text = figure(value, digits)
  const times = value / own
  if (text === '–' || !own || value === own || !Number.isFinite(times)) return text
  return `${text} (×${times.toFixed(times < 10 ? 2 : 0)})`
}

/** The middle one; of an even number the mean of the two. Null if there is none. */
export function median(values) {
  const known = values.filter(value => value !== null && value !== undefined).sort((a, b) => a - b)
  if (known.length === 0) return null
  const middle = known.length >> 1
  return known.length % 2 ? known[middle] : (known[middle - 1] + known[middle]) / 2
}

/** For every field, the median of that field. */
export const medians = results =>
  Object.fromEntries(
    Object.keys(results[0] ?? {}).map(name => [name, median(results.map(each => each[name]))]),
  )
