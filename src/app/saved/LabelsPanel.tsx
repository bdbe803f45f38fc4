import { useQuery } from '@tanstack/react-query'
import { savedPath } from '../../shared/addresses.ts'
import { picturesIn } from '../data/keep-for-offline.ts'
import { useSay } from '../i18n/language.ts'
import type { ToolProps } from '../reading/tools.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { Link } from '../ui/Link.tsx'
import { Panel } from '../ui/Panel.tsx'
import { saveOrTakeOut } from './edit-saved.ts'
import { LabelEditor } from './LabelEditor.tsx'
import css from './label-editor.css?inline'
import { countLabels } from './labels.ts'
import { savedQuery } from './saved.ts'

/** The labels of an article that is read. */
export default function LabelsPanel({ article, body, close }: ToolProps) {
  const say = useSay()
  const { data: all } = useQuery(savedQuery)
  const saved = all?.find(({ articleId }) => articleId === article.id)
  adoptStyles(css)
  return (
    <Panel
      title={say({ zh: '标签', en: 'Labels' })}
      close={close}
      tools={
        <Link className="icon-button" to={savedPath}>
          {say({ zh: '稍后读', en: 'Saved' })}
        </Link>
      }
    >
      {saved ? (
        <LabelEditor articles={[saved]} known={countLabels(all!).map(({ label }) => label)} close={close} />
      ) : (
        <>
          <p>
            {say({
              zh: '标签是给稍后读的文章的。先把这篇存下来。',
              en: 'Labels are for saved articles. Save this one first.',
            })}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => void saveOrTakeOut(article, picturesIn(body))}
          >
            {say({ zh: '存到稍后读', en: 'Save it for later' })}
          </button>
        </>
      )}
    </Panel>
  )
}
