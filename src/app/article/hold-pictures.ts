import type { Say } from '../i18n/language.ts'
import { subscribeSettings } from '../settings/setting-store.ts'
import { getSetting } from '../settings/settings.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { altOf } from './alt-of.ts'
import { askFor, isHeldBack } from './held-pictures.ts'
import { cover, hidePlaceholder, textOf } from './placeholder.ts'
import { whenNear } from './when-near.ts'

/** Where the reader wants to be asked first, each picture that is not there yet gets a button in its own room. */
export function holdPictures(body: HTMLElement, say: Say, signal: AbortSignal): void {
  const images = [...body.querySelectorAll('img')]
  const covered = new Set<HTMLImageElement>()
  let mode = ''
  let stop = () => {}

  const uncover = (image: HTMLImageElement) => {
    if (covered.delete(image)) hidePlaceholder(image)
  }
  const load = (image: HTMLImageElement) => {
    askFor(image)
    uncover(image)
  }
  const loadAll = () => void forEachInSlices(images.filter(isHeldBack), load, signal)
  const offer = (figure: Element) => {
    for (const image of figure.querySelectorAll('img')) {
      if (!isHeldBack(image) || covered.has(image)) continue
      covered.add(image)
      cover(image, () => buttonsFor(image, say, { load: () => load(image), loadAll }))
    }
  }
  const follow = () => {
    const chosen = getSetting('pictures')
    if (chosen === mode) return
    mode = chosen
    stop()
    if (mode !== 'tap') return covered.forEach(uncover)
    // What has come stays.
    for (const image of images) if (image.complete && image.naturalWidth > 0) askFor(image)
    // It is the room that the reader comes near: the picture is kept away from it.
    stop = whenNear(body.querySelectorAll('figure:has(img)'), offer)
  }
  follow()
  const unsubscribe = subscribeSettings(follow)
  signal.addEventListener('abort', () => {
    unsubscribe()
    stop()
    covered.forEach(uncover)
  })
}

function buttonsFor(
  image: HTMLImageElement,
  say: Say,
  { load, loadAll }: { load: () => void; loadAll: () => void },
): HTMLElement {
  const room = document.createElement('div')
  room.className = 'missing-picture'
  const note = document.createElement('div')
  if (altOf(image)) note.append(textOf(altOf(image)))
  note.append(
    buttonOf(say({ zh: '点按加载图片', en: 'Tap to load the picture' }), load),
    buttonOf(say({ zh: '全部加载', en: 'Load all pictures' }), loadAll),
  )
  room.append(note)
  return room
}

function buttonOf(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = name
  button.addEventListener('click', press)
  return button
}
