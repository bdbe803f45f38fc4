import { articlePath, categoriesPath, categoryPath } from '../../shared/addresses.ts'
import { findHash } from '../find/find-hash.ts'
import { formatDate, minutesOf } from '../i18n/format.ts'
import { useLanguage, useSay } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { useLimit } from '../ui/use-limit.ts'
import { useSearch } from './client.ts'
import { hasOperator, withOperator } from './edit-query.ts'
import type { Hit, Piece } from './hit.ts'
import type { Answer } from './messages.ts'
import { Narrowing } from './Narrowing.tsx'
import { noteSearch } from './recent.ts'
import { Told } from './Told.tsx'

/** How many hits are shown first, and how many more at a time. */
const STEP = 10

interface FoundProps {
  typed: string
  change: (typed: string) => void
}

/** What a search has found, more of it as it comes. */
export function Found({ typed, change }: FoundProps) {
  const say = useSay()
  const [limit, showMore] = useLimit(STEP, typed)
  const { answer, isFailed, again } = useSearch(typed, limit)
  const another = again && (
    <p>
      <button type="button" className="button quiet" onClick={again}>
        {say({ zh: '再试一次', en: 'Try again' })}
      </button>
    </p>
  )
  if (isFailed)
    return (
      <div role="alert">
        <p>
          {say({
            zh: '这个浏览器没能开始搜索。刷新这一页再试一次。',
            en: 'The search could not be started in this browser. Load the page again and try once more.',
          })}
        </p>
        {another}
      </div>
    )
  return (
    <>
      <Told answer={answer} />
      {another}
      {answer && (
        <>
          <Narrowing typed={typed} categories={answer.categories} change={change} />
          <ol className="hits">
            {answer.hits.slice(0, limit).map(hit => (
              <Row key={hit.article.id} hit={hit} open={() => noteSearch(typed)} />
            ))}
          </ol>
          {answer.hits.length > limit || (!answer.isWhole && answer.hits.length >= limit) ? (
            <p className="more">
              <button type="button" className="button quiet" onClick={showMore}>
                {say({ zh: '更多', en: 'Show more' })}
              </button>
            </p>
          ) : (
            isNothing(answer) && <NothingFound typed={typed} change={change} />
          )}
        </>
      )}
    </>
  )
}

const isNothing = ({ hits, isWhole, isEmpty, missing }: Answer) =>
  hits.length === 0 && isWhole && !isEmpty && missing === null

function Row({ hit: { article, title, snippet, found }, open }: { hit: Hit; open: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const { id, date, categories, minutes, lang } = article
  const [category] = categories
  return (
    <li className="entry">
      <div className="entry-text">
        <h2 lang={lang}>
          <Link to={articlePath(id) + findHash(found)} onClick={open}>
            <Pieces pieces={title} />
          </Link>
        </h2>
        <p className="excerpt" lang={lang}>
          <Pieces pieces={snippet} />
        </p>
        <p key={language} className="meta">
          {category && <Link to={categoryPath(category.path)}>{category.names.at(-1)}</Link>}
          {date && <time dateTime={date}>{formatDate(date, language)}</time>}
          <span>{say(minutesOf(minutes))}</span>
        </p>
      </div>
    </li>
  )
}

const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, isHit }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: they do not move
    return isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>
  })

/** What may help. */
function NothingFound({ typed, change }: FoundProps) {
  const say = useSay()
  const narrowing = ['in', 'author', 'title', 'before', 'after', 'is', 'has'].filter(name =>
    hasOperator(typed, name),
  )
  const bare = narrowing.reduce((rest, name) => withOperator(rest, name, null), typed)
  return (
    <div className="nothing-found">
      <ul>
        <li>
          {say({
            zh: '少打几个字，或者换一个说法；两个词之间加一个空格，就不必连在一起。',
            en: 'Try fewer characters or other words; with a space between two words they need not be together.',
          })}
        </li>
        <li>
          {say({
            zh: '西文从词头查起；繁简、全半角、大小写都不用管。',
            en: 'Words of letters are found by their beginning; case, accents and width make no difference.',
          })}
        </li>
      </ul>
      <p className="actions">
        {bare !== '' && bare !== typed.trim() && (
          <button type="button" className="button" onClick={() => change(bare)}>
            {say({ zh: '去掉限定条件再搜', en: 'Search without the conditions' })}
          </button>
        )}
        <Link className="button quiet" to={categoriesPath}>
          {say({ zh: '看看全部分类', en: 'See all categories' })}
        </Link>
      </p>
    </div>
  )
}
