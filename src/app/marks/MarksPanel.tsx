import { marksPath } from '../../shared/addresses.ts'
import { useSay } from '../i18n/language.ts'
import { type ToolProps, tools } from '../reading/tools.ts'
import { Link } from '../ui/Link.tsx'
import { Panel } from '../ui/Panel.tsx'
import { MarkRow } from './MarkRow.tsx'
import { goToPassage, isBodyWhole } from './mark-place.ts'
import { usePlacedMarks } from './use-placed-marks.ts'

/** The marks of the article, each of which leads to its place. */
export default function MarksPanel({ article, body, close }: ToolProps) {
  const say = useSay()
  const placed = usePlacedMarks(article.id, body)
  const isWhole = isBodyWhole(body)
  return (
    <Panel
      title={say(tools.marks.words)}
      close={close}
      tools={
        <Link className="icon-button" to={marksPath}>
          {say({ zh: '全部标记', en: 'All marks' })}
        </Link>
      }
    >
      {placed.length === 0 ? (
        <p className="quiet-line">
          {say({
            zh: '这篇文章还没有标记。选中一段文字，就可以标上颜色、写下笔记。',
            en: 'No marks in this article yet. Select some text to colour it or to write a note.',
          })}
        </p>
      ) : (
        <ul className="mark-list" lang={article.lang}>
          {placed.map(({ mark, range }) => (
            <MarkRow key={mark.id} mark={mark} isLost={!range && isWhole}>
              {range ? (
                <button
                  type="button"
                  onClick={() => {
                    close()
                    goToPassage(range)
                  }}
                >
                  {mark.quote}
                </button>
              ) : (
                mark.quote
              )}
            </MarkRow>
          ))}
        </ul>
      )}
    </Panel>
  )
}
