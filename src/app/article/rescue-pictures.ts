import type { Say } from '../i18n/language.ts'
import { firstKept, forgetKept } from '../pictures/kept-pictures.ts'
import { hostOf, ladderOf, type Rung, startingWith } from '../pictures/ladder.ts'
import { pictureSettings, thisPlace } from '../pictures/settings.ts'
import { rememberedStep, rememberStep } from '../pictures/steps.ts'
import { forEachInSlices } from '../ui/slices.ts'
import { hidePlaceholder, showPlaceholder } from './placeholder.ts'

/** How long a picture in view may stay away without a byte before the next way is tried. */
const PATIENCE_MS = 12_000

/** A picture on its way up the ladder. */
interface Climb {
  host: string
  ladder: Rung[]
  current: Rung
  untried: Rung[]
  /** `lost`: every way was tried; `offline`: none was worth trying. */
  state: 'waiting' | 'lost' | 'offline'
}

/** Kept with the picture: when the reader's language comes and the page is watched anew, nothing is tried again. */
const climbs = new WeakMap<HTMLImageElement, Climb>()

/**
 * Gets pictures of an article by other ways when their own address fails: by the rule for their host, through the
 * proxy, as the seed had them. What worked is remembered for the host. What cannot be had gets a placeholder, and
 * when the network comes back, another try.
 */
export function rescuePictures(body: HTMLElement, say: Say, signal: AbortSignal): void {
  if (signal.aborted) return
  const images = [...body.querySelectorAll('img')]
  const timers = new Map<HTMLImageElement, ReturnType<typeof setTimeout>>()
  const seen = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) {
        seen.unobserve(target)
        waitFor(target as HTMLImageElement)
      }
  })

  function ask(image: HTMLImageElement, rung: Rung): void {
    const climb = climbOf(image)
    climb.current = rung
    climb.untried = climb.untried.filter(other => other !== rung)
    image.src = rung.address
    if (timers.has(image)) waitFor(image)
  }

  async function askNext(image: HTMLImageElement): Promise<void> {
    const { host, untried } = climbOf(image)
    const ways = startingWith(rememberedStep(host), untried)
    // Without a network only what is kept is worth asking for.
    const next = navigator.onLine ? ways[0] : await firstKept(ways)
    if (signal.aborted) return
    if (next) ask(image, next)
    else giveUp(image, navigator.onLine ? 'lost' : 'offline')
  }

  function giveUp(image: HTMLImageElement, state: 'lost' | 'offline'): void {
    climbOf(image).state = state
    showPlaceholder(image, say, () => retry(image), signal)
  }

  /** All the ways again, at the reader's wish. */
  async function retry(image: HTMLImageElement): Promise<void> {
    const climb = climbOf(image)
    climb.untried = climb.ladder
    climb.state = 'waiting'
    await forgetKept(...climb.ladder.map(({ address }) => address))
    if (signal.aborted) return
    image.loading = 'eager'
    ask(image, startingWith(rememberedStep(climb.host), climb.ladder)[0]!)
    waitFor(image)
  }

  function onError(image: HTMLImageElement): void {
    if (!image.complete) return // late news of an address that has been given up
    const { host, current } = climbOf(image)
    void forgetKept(current.address)
    if (navigator.onLine && current.step === rememberedStep(host)) rememberStep(host, 'own')
    void askNext(image)
  }

  function onLoad(image: HTMLImageElement): void {
    const climb = climbOf(image)
    climb.state = 'waiting'
    hidePlaceholder(image)
    clearTimeout(timers.get(image))
    if (rememberStep(climb.host, climb.current.step)) void forEachInSlices(images, askRemembered, signal)
  }

  /** A picture further down goes the way that worked for its host, at once. One on its way is let arrive. */
  function askRemembered(image: HTMLImageElement): void {
    if (image.complete || image.loading !== 'lazy') return
    const { host, current, untried } = climbOf(image)
    const step = current.step === 'own' ? rememberedStep(host) : undefined
    const rung = untried.find(other => other.step === step)
    if (!rung) return
    ask(image, rung)
    climbOf(image).untried.unshift(current)
  }

  /** An answer that never comes is a failure too; but it may come yet, so without another way the picture stays. */
  function waitFor(image: HTMLImageElement): void {
    clearTimeout(timers.get(image))
    const timer = setTimeout(() => {
      if (image.complete || image.naturalWidth > 0) return // here, or arriving slowly
      if (climbOf(image).untried.length > 0 && navigator.onLine) void askNext(image)
      else giveUp(image, 'lost')
    }, PATIENCE_MS)
    timers.set(image, timer)
  }

  const listen = (type: 'error' | 'load', hear: (image: HTMLImageElement) => void) =>
    body.addEventListener(
      type,
      ({ target }) => {
        if (target instanceof HTMLImageElement) hear(target)
      },
      { capture: true, signal },
    )
  listen('error', onError)
  listen('load', onLoad)
  const begin = (image: HTMLImageElement) => {
    const state = climbs.get(image)?.state ?? 'waiting'
    if (state !== 'waiting') giveUp(image, state)
    else if (hasFailed(image)) onError(image)
    if (!image.complete || !image.naturalWidth) seen.observe(image)
  }
  void forEachInSlices(images, begin, signal).then(() => forEachInSlices(images, askRemembered, signal))
  addEventListener(
    'online',
    () => {
      for (const image of images) if (climbs.get(image)?.state === 'offline') void retry(image)
    },
    { signal },
  )
  signal.addEventListener('abort', () => {
    seen.disconnect()
    for (const timer of timers.values()) clearTimeout(timer)
    images.forEach(hidePlaceholder)
  })
}

/** A lazy picture that has not begun is not complete, or has no address yet. */
const hasFailed = ({ complete, naturalWidth, currentSrc }: HTMLImageElement): boolean =>
  complete && naturalWidth === 0 && currentSrc !== ''

function climbOf(image: HTMLImageElement): Climb {
  const known = climbs.get(image)
  if (known) return known
  const { origin = image.src, seedSrc: seed } = image.dataset
  const ladder = ladderOf({ src: image.src, origin, seed }, pictureSettings, thisPlace())
  const [current, ...untried] = ladder as [Rung, ...Rung[]]
  const climb: Climb = { host: hostOf(origin), ladder, current, untried, state: 'waiting' }
  climbs.set(image, climb)
  return climb
}
