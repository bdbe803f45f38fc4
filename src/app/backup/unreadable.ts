import type { Words } from '../i18n/language.ts'

/** Why a file cannot be taken in, in the reader's words. */
export class Unreadable extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.name = 'Unreadable'
    this.words = words
  }
}
