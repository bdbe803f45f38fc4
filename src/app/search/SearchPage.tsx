import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { searchPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { firstFocus } from '../ui/first-focus.ts'
import { idle } from '../ui/idle.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { Completions } from './Completions.tsx'
import { Found } from './Found.tsx'
import { noteSearch } from './recent.ts'
import { SearchHelp } from './SearchHelp.tsx'
import css from './search-page.css?inline'
import '../history/history.css'

const title = { zh: '搜索', en: 'Search' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({ zh: '在全部文章里搜索任何一句话。', en: 'Find any phrase in all articles.' }),
    path: searchPath,
    isPrivate: true,
  }),
}

/** Searches all articles. What is searched for stands in the address. */
export function Component() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  // The build does not know the address.
  const isAlive = useIsAlive()
  const search = isAlive ? (params.get('q') ?? '') : ''
  const page = useRef<HTMLDivElement>(null)
  const change = (typed: string) =>
    setParams(typed ? { q: typed } : {}, { replace: true, preventScrollReset: true })
  useEffect(() => adoptStyles(css), [])
  useEffect(() => {
    // After a link in the app the shell does so. A page that was loaded is hidden until it has the reader's language.
    idle().then(() => {
      const isFree = document.activeElement === document.body && page.current !== null
      if (isFree && !new URLSearchParams(location.search).get('q'))
        firstFocus()?.focus({ preventScroll: true })
    })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) noteSearch(search)
    else walk(event, page.current!)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the field and the links in it
    <div ref={page} className="narrow history search-page" onKeyDown={onKeyDown}>
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      <search className="history-tools needs-script">
        <SearchField
          search={search}
          label={say({ zh: '搜索全部文章', en: 'Search all articles' })}
          placeholder={say({ zh: '任何一句话、一个词', en: 'Any phrase or word' })}
          change={change}
          isFirst={search === ''}
        />
      </search>
      {isAlive && (
        <>
          <Completions typed={search} choose={change} />
          {search.trim() === '' ? <SearchHelp choose={change} /> : <Found typed={search} change={change} />}
        </>
      )}
    </div>
  )
}

/** Down and up lead from the field through what was found, and back. */
function walk(event: KeyboardEvent, page: HTMLElement): void {
  const links = [...page.querySelectorAll<HTMLElement>('.hits h2 a')]
  const field = page.querySelector('input')!
  const at = links.indexOf(event.target as HTMLElement)
  if (at < 0 && event.target !== field) return
  const next = event.key === 'ArrowDown' ? links[at + 1] : event.key === 'ArrowUp' && (links[at - 1] ?? field)
  if (!next) return
  event.preventDefault()
  next.focus()
}
