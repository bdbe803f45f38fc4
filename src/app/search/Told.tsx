import { useSay, type Words } from '../i18n/language.ts'
import type { Answer } from './messages.ts'

/** Says how much was found and where, and what could not be looked at. */
export function Told({ answer }: { answer: Answer | null }) {
  const say = useSay()
  return (
    <div role="status" className="quiet-line search-told">
      <p>{say(answer ? sumOf(answer) : { zh: '正在搜索…', en: 'Searching…' })}</p>
      {answer?.stored && <p>{say(storedWords(answer.stored))}</p>}
      {answer?.missing && <p>{say(missingWords[answer.missing])}</p>}
      {answer && answer.ignored.length > 0 && (
        <p>
          {say({
            zh: '没有用到：{ignored}',
            en: 'Not used: {ignored}',
            ignored: answer.ignored.join(' '),
          })}
        </p>
      )}
    </div>
  )
}

function sumOf({ hits, total, isWhole, isEmpty, missing, stored }: Answer): Words {
  if (isEmpty)
    return {
      zh: '请输入文字：单独的标点和空格查不了。',
      en: 'Please enter some text: punctuation and spaces alone cannot be searched for.',
    }
  if (hits.length === 0 && missing) return { zh: '暂时搜不了', en: 'No search for now' }
  if (hits.length === 0 && (isWhole || total === 0)) return { zh: '没有找到', en: 'Nothing found' }
  if (hits.length === 0 || (stored && !stored.isRead)) return { zh: '正在搜索…', en: 'Searching…' }
  return isWhole || stored
    ? { zh: '找到 {count} 篇', en: 'Articles found: {count}', count: total }
    : { zh: '找到至多 {count} 篇', en: 'Articles found: at most {count}', count: total }
}

function storedWords({ articles, of }: NonNullable<Answer['stored']>): Words {
  return of === null
    ? {
        zh: '没有网络：只搜了这台设备上存着的 {count} 篇。',
        en: 'No network: only the {count} articles on this device were searched.',
        count: articles,
      }
    : {
        zh: '没有网络：只搜了这台设备上存着的 {count} 篇，全站有 {of} 篇。',
        en: 'No network: only the {count} articles on this device were searched, of {of} on the site.',
        count: articles,
        of,
      }
}

const missingWords = {
  offline: {
    zh: '没有网络，有些文章没能查到。',
    en: 'There is no network: some articles could not be looked at.',
  },
  missing: {
    zh: '网站刚刚更新，索引的一部分已经换了。再搜一次就好。',
    en: 'The site has just been updated and part of its index has moved. Search once more.',
  },
  broken: {
    zh: '索引的一部分没有完整地送到，有些文章没能查到。过一会儿再搜一次。',
    en: 'Part of the index did not arrive whole: some articles could not be looked at. Search again in a while.',
  },
} satisfies Record<NonNullable<Answer['missing']>, Words>
