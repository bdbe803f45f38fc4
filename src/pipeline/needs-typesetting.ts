import type { PageData } from '../shared/page-data.ts'

/** What could look otherwise when it is set: nearly all Chinese text, and no other. */
const COULD_CHANGE =
  /["…—]|-{2}|\.{3}|。{3}|[\p{sc=Han}、-】！-？“”](?:[\s,.:;?!()]|&nbsp;)|(?:[\s()]|&nbsp;)[\p{sc=Han}、-】！-？“”]/u

/** Whether a page shows an article whose text the script has something to do with. */
export function needsTypesetting(files: PageData['files']): boolean {
  return Object.values(files).some(file => {
    const { body, lang } = (file ?? {}) as { body?: unknown; lang?: unknown }
    if (typeof body !== 'string' || typeof lang !== 'string' || !/^zh/i.test(lang)) return false
    return COULD_CHANGE.test(body.replace(/<[^>]*>/g, ''))
  })
}
