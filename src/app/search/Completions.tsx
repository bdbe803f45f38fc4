import { useQuery } from '@tanstack/react-query'
import type { CategoryNode } from '../../shared/article.ts'
import { treeQuery } from '../browse/queries.ts'
import { useSay } from '../i18n/language.ts'
import { unfinished, withOperator } from './edit-query.ts'

/** So many are offered. */
const MOST = 8

const states = ['is:unread', 'is:saved', 'has:image']

interface CompletionsProps {
  typed: string
  choose: (typed: string) => void
}

/** What an operator that is being typed may be completed to. */
export function Completions({ typed, choose }: CompletionsProps) {
  const say = useSay()
  const category = unfinished(typed, 'in')
  const { data: tree } = useQuery({ ...treeQuery(), enabled: category !== null })
  const completions =
    category === null ? completedStates(typed) : completedCategories(typed, category, tree ?? [])
  if (completions.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, no fields
    <div role="group" className="narrowing" aria-label={say({ zh: '补全', en: 'Complete it' })}>
      {completions.map(({ label, next }) => (
        <button key={label} type="button" className="chip" onClick={() => choose(next)}>
          {label}
        </button>
      ))}
    </div>
  )
}

interface Completion {
  label: string
  next: string
}

function completedCategories(typed: string, begun: string, tree: CategoryNode[]): Completion[] {
  const wanted = begun.toLowerCase()
  const all = (nodes: CategoryNode[]): CategoryNode[] => nodes.flatMap(node => [node, ...all(node.children)])
  const paths = all(tree).map(({ names }) => names.join('/'))
  // It is complete.
  if (paths.some(path => path.toLowerCase() === wanted)) return []
  return paths
    .filter(path => path.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map(path => ({ label: path, next: `${withOperator(typed, 'in', path)} ` }))
}

function completedStates(typed: string): Completion[] {
  const [, rest = '', begun] = /^(.*?)((?:is|has)[:：]\S*)$/isu.exec(typed) ?? []
  if (!begun) return []
  const wanted = begun.toLowerCase().replace('：', ':')
  return states
    .filter(state => state.startsWith(wanted) && state !== wanted)
    .map(state => ({ label: state, next: `${rest}${state} ` }))
}
