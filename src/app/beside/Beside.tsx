import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useMatch } from 'react-router'
import { useSetting } from '../settings/settings.ts'
import { WIDE } from './wide.ts'

const ListPane = lazy(() => import('./ListPane.tsx'))

/** The list beside an article, where the reader wants it and the window is wide enough; `shell.css` gives it its room. */
export default function Beside() {
  const isOn = useSetting('beside') === 'on'
  const isScrolling = useSetting('flow') === 'scroll'
  const isHorizontal = useSetting('direction') === 'horizontal'
  const isWide = useSyncExternalStore(subscribeWide, () => wide.matches)
  const id = useMatch('/a/:id')?.params.id
  if (!id || !isOn || !isScrolling || !isHorizontal || !isWide) return null
  return (
    <Suspense>
      <ListPane id={id.toLowerCase()} />
    </Suspense>
  )
}

const wide = matchMedia(WIDE)

function subscribeWide(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}
