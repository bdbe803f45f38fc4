import { CORNERS, MAINLAND } from './quotes.ts'

export type Script = 'cn' | 'tw' | 'hk'

/** What a reader may choose besides the original: the language its text is in, and how it quotes. */
export const scripts: Record<Script, { lang: string; marks: string }> = {
  cn: { lang: 'zh-Hans', marks: MAINLAND },
  tw: { lang: 'zh-Hant-TW', marks: CORNERS },
  hk: { lang: 'zh-Hant-HK', marks: CORNERS },
}

/** The script of a choice; null for the original. */
export const scriptOf = (choice: string): Script | null =>
  Object.hasOwn(scripts, choice) ? (choice as Script) : null
