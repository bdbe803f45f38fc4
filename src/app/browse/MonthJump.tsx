import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Summary } from '../../shared/article.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { formatMonth, formatMonthShort, monthOf, type Year, yearsOf } from './month.ts'
import { monthsQuery } from './queries.ts'

interface MonthJumpProps {
  list: string
  /** The one at the top of the window; undefined while it is on the way, and the one before it still counts. */
  article: Summary | undefined
  /** @param index the place in the list to go to */
  jump: (index: number) => void
}

const undated = { zh: '没有日期', en: 'Undated' }

/** Says which month the reader is at, and leads to any other. */
export default function MonthJump({ list, article, jump }: MonthJumpProps) {
  const say = useSay()
  const language = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [atLast, setAtLast] = useState(article)
  if (article && article !== atLast) setAtLast(article)
  const month = atLast?.date ? monthOf(atLast.date) : null
  const place = month ? formatMonth(month, language) : atLast ? say(undated) : '…'
  const open = () => {
    setOpen(true)
    dialog.current!.showModal()
  }
  return (
    <>
      <button
        className="month-jump"
        type="button"
        aria-haspopup="dialog"
        aria-label={say({ zh: '{place}，跳到别的年月', en: '{place}, jump to another month', place })}
        onClick={open}
      >
        <CalendarIcon />
        {place}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the key is Escape */}
      <dialog
        ref={dialog}
        className="months"
        aria-labelledby="months-title"
        onClose={() => setOpen(false)}
        // A press beside it.
        onClick={event => event.target === event.currentTarget && event.currentTarget.close()}
      >
        <div className="months-inside">
          <header>
            <h2 id="months-title">{say({ zh: '跳到年月', en: 'Jump to a month' })}</h2>
            <button type="button" className="button quiet" onClick={() => dialog.current!.close()}>
              {say({ zh: '关闭', en: 'Close' })}
            </button>
          </header>
          {isOpen && (
            <Months
              list={list}
              current={month}
              jump={index => {
                dialog.current!.close()
                jump(index)
              }}
            />
          )}
        </div>
      </dialog>
    </>
  )
}

function Months({
  list,
  current,
  jump,
}: {
  list: string
  current: string | null
  jump: (index: number) => void
}) {
  const say = useSay()
  const { data: months, isError, refetch } = useQuery(monthsQuery(list))
  if (isError)
    return (
      <p role="alert">
        {say({ zh: '年月没有取到。', en: 'The months could not be had.' })}{' '}
        <button type="button" className="button quiet" onClick={() => void refetch()}>
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
      </p>
    )
  if (!months) return <p role="status">{say({ zh: '正在取年月…', en: 'Getting the months…' })}</p>
  return <Years years={yearsOf(months)} current={current} jump={jump} />
}

/** A year is chosen with the arrow keys, one of its months with Tab. */
function Years({
  years,
  current,
  jump,
}: {
  years: Year[]
  current: string | null
  jump: (index: number) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const [chosen, choose] = useState(current?.slice(0, 4) ?? null)
  const year = years.find(each => each.year === chosen) ?? years[0]
  return (
    <>
      <fieldset className="years">
        <legend>{say({ zh: '年份', en: 'Year' })}</legend>
        {years.map(each => (
          <label key={each.year}>
            <input
              type="radio"
              name="year"
              checked={each === year}
              // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for; here choosing begins
              autoFocus={each === year}
              onChange={() => choose(each.year)}
            />
            {each.year ?? say(undated)} <span className="count">{formatNumber(each.count, language)}</span>
          </label>
        ))}
      </fieldset>
      <ul aria-label={say({ zh: '月份', en: 'Month' })}>
        {year?.months.map(({ month, count, firstIndex }) => (
          <li key={month}>
            <button
              type="button"
              aria-current={month === current ? 'date' : undefined}
              aria-label={`${month ? formatMonth(month, language) : say(undated)}, ${formatNumber(count, language)}`}
              onClick={() => jump(firstIndex)}
            >
              {month ? formatMonthShort(month, language) : say(undated)}{' '}
              <span className="count">{formatNumber(count, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const CalendarIcon = () => (
  <svg
    viewBox="0 0 20 20"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <rect x="3" y="4.5" width="14" height="12.5" rx="2" />
    <path d="M3 8.5h14M7 2.5v4M13 2.5v4" />
  </svg>
)
