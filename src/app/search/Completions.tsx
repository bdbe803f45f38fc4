import { useQuery } from '@tanstack/react-query'
import type { CategoryNode } from '../../shared/article.ts'
import { treeQuery } from '../browse/queries.ts'
import { useSay } from '../i18n/language.ts'
import { useAuthors } from './client.ts'
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
  const author = unfinished(typed, 'author')
  const authors = useAuthors(author)
  const completions =
    category !== null
      ? completed(typed, 'in', category, pathsWith(category, tree ?? []))
      : author !== null
        ? completed(typed, 'author', author, authors)
        : completedStates(typed)
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

const pathsOf = (tree: CategoryNode[]): string[] =>
  tree.flatMap(({ names, children }) => [names.join('/'), ...pathsOf(children)])

const pathsWith = (begun: string, tree: CategoryNode[]): string[] =>
  pathsOf(tree).filter(path => path.toLowerCase().includes(begun.toLowerCase()))

function completed(typed: string, operator: string, begun: string, values: string[]): Completion[] {
  const wanted = begun.toLowerCase()
  // It is complete.
  if (values.some(value => value.toLowerCase() === wanted)) return []
  return values
    .slice(0, MOST)
    .map(value => ({ label: value, next: `${withOperator(typed, operator, value)} ` }))
}

function completedStates(typed: string): Completion[] {
  const [, rest = '', begun] = /^(.*?)((?:is|has)[:：]\S*)$/isu.exec(typed) ?? []
  if (!begun) return []
  const wanted = begun.toLowerCase().replace('：', ':')
  return states
    .filter(state => state.startsWith(wanted) && state !== wanted)
    .map(state => ({ label: state, next: `${rest}${state} ` }))
}
