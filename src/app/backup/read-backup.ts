import type { Words } from '../i18n/language.ts'
import { type Kind, kinds, rulesOf } from '../storage/rules.ts'
import { isSeen, isSince, isStamp, mergeVersions, type Version } from '../storage/versions.ts'
import { nextTurn } from '../ui/slices.ts'
import { asRecord, type Entry } from './entries.ts'
import { Unreadable } from './unreadable.ts'
import { FORMAT, VERSION } from './write-backup.ts'

/** What a file holds, checked throughout. */
export interface Backup {
  /** ISO 8601. */
  madeAt: string
  site: string
  entries: Record<Kind, Entry[]>
}

/** No device could hold it in memory. */
const MAX_BYTES = 512 * 1024 * 1024

/** @throws Unreadable with line and reason, if anything about the file is not as it should be */
export async function readBackup(file: Blob): Promise<Backup> {
  if (file.size > MAX_BYTES)
    throw new Unreadable({
      zh: '文件太大，不是拾页的备份。',
      en: 'The file is too large for a backup of Shiye.',
    })
  const text = await readText(file)
  const content = await parse(text)
  const { format, version, madeAt, site } = content
  if (format !== FORMAT)
    throw new Unreadable({
      zh: '这是别的程序的 JSON 文件，不是拾页的备份。',
      en: 'This is a JSON file of something else, not a backup of Shiye.',
    })
  if (!Number.isInteger(version) || (version as number) < 1)
    throw new Unreadable({
      zh: '备份的格式（version）不对：文件已经损坏，或被改过。',
      en: 'The version of the backup is wrong: the file is damaged, or was changed.',
    })
  if ((version as number) > VERSION)
    throw new Unreadable({
      zh: '这份备份来自更新的版本（格式 {version}）。请先更新这个网站，再来恢复。',
      en: 'This backup is of a newer version (format {version}). Update this site first, then restore it.',
      version: String(version),
    })
  const entries = {} as Record<Kind, Entry[]>
  for (const kind of kinds) entries[kind] = await readEntries(kind, content[kind], text)
  return {
    madeAt: typeof madeAt === 'string' ? madeAt : '',
    site: typeof site === 'string' ? site : '',
    entries,
  }
}

async function readText(file: Blob): Promise<string> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Unreadable({
      zh: '这不是文本文件，不是拾页的备份，或者已经损坏。',
      en: 'This is not a text file: no backup of Shiye, or a damaged one.',
    })
  }
  if (text.trim() === '') throw new Unreadable({ zh: '文件是空的。', en: 'The file is empty.' })
  if (/^\s*</.test(text))
    throw new Unreadable({
      zh: '这是一个网页，不是拾页的备份。',
      en: 'This is a web page, not a backup of Shiye.',
    })
  return text
}

async function parse(text: string): Promise<Record<string, unknown>> {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    const { findFault } = await import('./find-place.ts')
    const fault = findFault(text)
    throw new Unreadable(
      fault.isAtEnd
        ? {
            zh: '文件不完整：到第 {line} 行就断了。请再下载或拷贝一次。',
            en: 'The file is not whole: it breaks off at line {line}. Download or copy it again.',
            line: fault.line,
          }
        : {
            zh: '第 {line} 行第 {column} 个字符不是正确的 JSON。',
            en: 'Line {line}, character {column} is not correct JSON.',
            line: fault.line,
            column: fault.column,
          },
    )
  }
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {}
}

/** Between so many the browser can paint. */
const CHECKED_AT_ONCE = 2000

async function readEntries(kind: Kind, list: unknown, text: string): Promise<Entry[]> {
  if (!Array.isArray(list))
    throw new Unreadable({ zh: '备份里缺少“{kind}”。', en: 'The backup lacks “{kind}”.', kind })
  const byId = new Map<string, Entry>()
  for (const [index, value] of list.entries()) {
    if (index % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) await nextTurn()
    const entry = asEntry(kind, value)
    if ('fault' in entry) {
      const { findPlace } = await import('./find-place.ts')
      throw new Unreadable({
        zh: '第 {line} 行（{kind} 的第 {number} 条）不对：{fault}',
        en: 'Line {line} (number {number} of {kind}) is wrong: {fault}',
        line: findPlace(text, [kind, index]),
        number: index + 1,
        kind,
        fault: entry.fault,
      })
    }
    const twin = byId.get(entry.id)
    byId.set(entry.id, twin ? { ...twin, versions: mergeVersions(twin.versions, entry.versions) } : entry)
  }
  return [...byId.values()]
}

/** An entry, if it is one in all its parts. */
function asEntry(kind: Kind, value: unknown): Entry | { fault: Words } {
  const { id, versions } = (value ?? {}) as Partial<Entry>
  if (typeof id !== 'string' || id === '') return { fault: { zh: '没有标识（id）。', en: 'it has no id.' } }
  if (!Array.isArray(versions) || versions.length === 0)
    return { fault: { zh: '没有版本（versions）。', en: 'it has no versions.' } }
  const checked: Version[] = []
  for (const version of versions as unknown[]) {
    const { at, seen, since, record } = (version ?? {}) as Partial<Version>
    if (!isStamp(at) || !isSeen(seen) || !isSince(since))
      return { fault: { zh: '时间标记不对。', en: 'its time stamps are wrong.' } }
    const whole = record === null ? null : asRecord[kind](record)
    if (whole ? (whole as Record<string, unknown>)[rulesOf[kind].key] !== id : record !== null)
      return {
        fault: {
          zh: '内容缺少必要的部分，或类型不对。',
          en: 'its record lacks something, or has a wrong type.',
        },
      }
    checked.push({ at, ...(seen && { seen }), ...(since && { since }), record: whole })
  }
  return { id, versions: mergeVersions(checked, []) }
}
