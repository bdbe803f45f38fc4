import { hostOf, ladderOf } from './ladder.ts'
import { pictureSettings, thisPlace } from './settings.ts'
import { rememberedStep } from './steps.ts'

/** Where a picture may be had that is known by nothing but its address, if its host is known to need that. */
export function rememberedAddress(address: string): string | undefined {
  const step = rememberedStep(hostOf(address))
  const ladder = ladderOf({ src: address, origin: address, seed: undefined }, pictureSettings, thisPlace())
  return ladder.find(rung => rung.step === step)?.address
}
