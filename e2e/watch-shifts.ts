/** For a page to run: collects in `shifts` every shift of the layout that the reader did not cause, from the first paint on. */
export function watchShifts() {
  const shifts: string[] = []
  Object.assign(window, { shifts })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null }[]
    })[])
      if (!entry.hadRecentInput)
        shifts.push(
          `${entry.value}: ${entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 200))}`,
        )
  }).observe({ type: 'layout-shift', buffered: true })
}
