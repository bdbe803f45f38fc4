import type { PictureSettings } from '../../shared/picture-settings.ts'
import { site } from '../data/site.ts'
import type { Place } from './ladder.ts'

declare const __PICTURES__: PictureSettings

/** How this site rescues pictures. Apart from its other settings, because the first script has no need of it. */
export const pictureSettings: PictureSettings = __PICTURES__

/** This page. The policy of a site that is published by https allows no picture by http, wherever it is previewed. */
export const thisPlace = (): Place => ({
  origin: location.origin,
  mayUseHttp: location.protocol === 'http:' && !site.origin?.startsWith('https:'),
})
