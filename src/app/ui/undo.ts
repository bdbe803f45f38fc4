import type { Words } from '../i18n/language.ts'

/** What a notice offers after every change of the reader's data. */
export const undo: Words = { zh: '撤销', en: 'Undo' }
