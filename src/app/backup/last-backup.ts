import { keptValue } from '../storage/kept-value.ts'
import { siteName } from '../storage/site-name.ts'

/** When the reader made a backup last, and was reminded last; in milliseconds since 1970, 0 for never. */
interface Times {
  madeAt: number
  remindedAt: number
}

export const keptTimes = keptValue<Times>(`${siteName}.backup`, kept => {
  const { madeAt, remindedAt } = (kept ?? {}) as Partial<Times>
  const asTime = (time: unknown) => (Number.isFinite(time) ? (time as number) : 0)
  return { madeAt: asTime(madeAt), remindedAt: asTime(remindedAt) }
})
