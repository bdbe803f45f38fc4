import { useSyncExternalStore } from 'react'
import { useMatch } from 'react-router'
import { useSetting } from '../settings/settings.ts'
import { useWanted } from '../ui/use-wanted.ts'
import { WIDE } from './wide.ts'

/** The list beside an article, where the reader wants it and the window is wide enough; `shell.css` gives it its room. */
export default function Beside() {
  const isOn = useSetting('beside') === 'on'
  const isScrolling = useSetting('flow') === 'scroll'
  const isHorizontal = useSetting('direction') === 'horizontal'
  const isWide = useSyncExternalStore(subscribeWide, () => wide.matches)
  const id = useMatch('/a/:id')?.params.id
  const isShown = id !== undefined && isOn && isScrolling && isHorizontal && isWide
  const ListPane = useWanted(isShown, () => import('./ListPane.tsx'))
  return ListPane && <ListPane id={id!.toLowerCase()} />
}

const wide = matchMedia(WIDE)

function subscribeWide(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}
