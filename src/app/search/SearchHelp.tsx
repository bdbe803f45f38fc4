import { useState } from 'react'
import { useSay, type Words } from '../i18n/language.ts'
import { useSetting } from '../settings/settings.ts'
import { forgetSearches, recentSearches } from './recent.ts'

const operators: { example: string; words: Words }[] = [
  { example: '"…"', words: { zh: '一字不差，包括空格', en: 'exactly so, spaces too' } },
  { example: '-', words: { zh: '不要有这个词', en: 'without this word' } },
  { example: 'title:', words: { zh: '在标题里', en: 'in the title' } },
  { example: 'in:', words: { zh: '在这个分类里', en: 'in this category' } },
  { example: 'author:', words: { zh: '这位作者', en: 'by this author' } },
  {
    example: 'after:2024',
    words: { zh: '从这一天、这个月或这一年起', en: 'from this day, month or year on' },
  },
  {
    example: 'before:2024-03',
    words: { zh: '在这一天、这个月或这一年之前', en: 'before this day, month or year' },
  },
  { example: 'is:unread', words: { zh: '没有读过', en: 'not read yet' } },
  { example: 'is:saved', words: { zh: '存到稍后读的', en: 'saved for later' } },
  { example: 'has:image', words: { zh: '有图片', en: 'with pictures' } },
]

/** What can be searched for: former searches, and what can be written. */
export function SearchHelp({ choose }: { choose: (typed: string) => void }) {
  const say = useSay()
  const isKept = useSetting('searches') === 'on'
  const [searches, setSearches] = useState(recentSearches)
  return (
    <>
      {isKept && searches.length > 0 && (
        <section>
          <h2>{say({ zh: '最近的搜索', en: 'Recent searches' })}</h2>
          <div className="narrowing">
            {searches.map(search => (
              <button key={search} type="button" className="chip" onClick={() => choose(search)}>
                {search}
              </button>
            ))}
            <button
              type="button"
              className="chip quiet"
              onClick={() => {
                forgetSearches()
                setSearches([])
              }}
            >
              {say({ zh: '清除', en: 'Clear' })}
            </button>
          </div>
        </section>
      )}
      <section>
        <h2>{say({ zh: '还可以这样写', en: 'What can be written' })}</h2>
        <dl className="operators">
          {operators.map(({ example, words }) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{say(words)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
