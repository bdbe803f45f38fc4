import type { EngineKind } from './engine.ts'
import { firefox } from './firefox.ts'
import { webkit } from './webkit.ts'

/** The engines that the stories are told in. */
export const kinds: EngineKind[] = [firefox, webkit]

export const isThere = (kind: EngineKind): boolean => kind.missing().length === 0
