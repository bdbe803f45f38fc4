import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { mutePath } from '../../shared/addresses.ts'
import type { Summary } from '../../shared/article.ts'
import type { PageHead } from '../../shared/head.ts'
import { articlesCounted } from '../browse/count.ts'
import { OwnPages } from '../history/OwnPages.tsx'
import { type Say, useSay, type Words } from '../i18n/language.ts'
import { adoptStyles } from '../ui/adopt-styles.ts'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import panelCss from '../ui/panel.css?inline'
import { StorageRefused } from '../ui/StorageRefused.tsx'
import { mute, unmute } from './edit-mutes.ts'
import { latestQuery, suggestionsOf } from './latest.ts'
import css from './mute-page.css?inline'
import type { MuteRule } from './mute-rule.ts'
import { makeMuter } from './muter.ts'
import { mutesQuery } from './mutes.ts'
import '../history/history.css'
import '../settings/settings.css'

const title = { zh: '屏蔽规则', en: 'Mute rules' }

type Kind = MuteRule['kind']

const kinds: Record<Kind, { name: Words; hint: Words }> = {
  word: {
    name: { zh: '词', en: 'Word' },
    hint: {
      zh: '标题或摘要里有它就屏蔽，不分简繁、大小写和全半角。',
      en: 'Hides what has it in title or excerpt, in any case, width or Chinese script.',
    },
  },
  source: {
    name: { zh: '来源', en: 'Source' },
    hint: {
      zh: '屏蔽这个分类或来源的全部文章。',
      en: 'Hides everything of a category or source of this name.',
    },
  },
  author: {
    name: { zh: '作者', en: 'Author' },
    hint: {
      zh: '屏蔽这位作者的文章，名字要完全一样。',
      en: 'Hides what an author of exactly this name wrote.',
    },
  },
}
const kindNames = Object.keys(kinds) as Kind[]

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '不想在列表里看到的词、来源和作者，只存放在这台设备上。',
      en: 'Words, sources and authors that lists leave out, kept on this device only.',
    }),
    path: mutePath,
    isPrivate: true,
  }),
}

/** What the reader does not want to see in lists. `?kind=` and `?text=` fill the form. */
export function Component() {
  const say = useSay()
  const { data: rules, error } = useQuery(mutesQuery)
  const { data: latest } = useQuery(latestQuery)
  useEffect(() => {
    for (const each of [panelCss, css]) adoptStyles(each)
  }, [])
  return (
    <div className="narrow history mute-page">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <OwnPages />
      <p className="quiet-line needs-script">
        {say({
          zh: '符合规则的文章不在列表里出现，链接、稍后读和历史里照旧。',
          en: 'Lists leave out what these rules name. Links, saved articles and history keep it.',
        })}
      </p>
      <NeedsScript />
      {error ? (
        <StorageRefused error={error} what={{ zh: '屏蔽规则没有开启', en: 'Mute rules are off' }} />
      ) : (
        <div className="needs-script">
          <NewRule rules={rules ?? []} latest={latest ?? []} />
          {rules && rules.length > 0 && (
            <section>
              <h2>{say({ zh: '现有规则', en: 'Your rules' })}</h2>
              <ul className="mute-rules">
                {rules.toReversed().map(rule => (
                  <Rule key={rule.id} rule={rule} latest={latest} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </div>
  )
}

function NewRule({ rules, latest }: { rules: MuteRule[]; latest: Summary[] }) {
  const say = useSay()
  const [params] = useSearchParams()
  const [kind, setKind] = useState<Kind>('word')
  const [typed, setTyped] = useState('')
  useEffect(() => {
    // Once the page is alive: the prerendered one knows no address.
    setKind(kindNames.find(name => name === params.get('kind')) ?? 'word')
    setTyped(params.get('text') ?? '')
  }, [params])
  const id = useId()
  const text = typed.trim()
  const hidden = useHidden(text ? { id: '', kind, text, createdAt: 0 } : null, latest)
  const isThere = rules.some(rule => rule.kind === kind && rule.text === text)
  return (
    <form
      className="settings"
      onSubmit={event => {
        event.preventDefault()
        if (text === '' || isThere) return
        setTyped('')
        void mute(kind, text)
      }}
    >
      <fieldset>
        <legend>{say({ zh: '屏蔽什么', en: 'What to mute' })}</legend>
        <div className="choices">
          {kindNames.map(name => (
            <label key={name}>
              <input type="radio" name={id} checked={name === kind} onChange={() => setKind(name)} />
              <span>{say(kinds[name].name)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="history-tools">
        <input
          value={typed}
          maxLength={60}
          autoComplete="off"
          list={`${id}-list`}
          aria-label={say(kinds[kind].name)}
          aria-describedby={`${id}-hint`}
          placeholder={say(kinds[kind].name)}
          onChange={({ target }) => setTyped(target.value)}
        />
        <datalist id={`${id}-list`}>
          {suggestionsOf(kind, latest).map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit" className="button" disabled={text === '' || isThere}>
          {say({ zh: '屏蔽', en: 'Mute' })}
        </button>
      </div>
      <p id={`${id}-hint`} className="hint" role="status">
        {isThere ? (
          say({ zh: '这条规则已经有了。', en: 'There is this rule already.' })
        ) : hidden ? (
          <HiddenCount hidden={hidden} latest={latest} />
        ) : (
          say(kinds[kind].hint)
        )}
      </p>
    </form>
  )
}

function Rule({ rule, latest }: { rule: MuteRule; latest: Summary[] | undefined }) {
  const say = useSay()
  const hidden = useHidden(rule, latest)
  return (
    <li>
      <span className="title">{rule.text}</span>
      <span className="rule-facts">
        {say(kinds[rule.kind].name)}
        {hidden && latest && (
          <>
            {' · '}
            <HiddenCount hidden={hidden} latest={latest} />
          </>
        )}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={say({ zh: '删除规则“{text}”', en: 'Delete the rule “{text}”', text: rule.text })}
        onClick={event => {
          const row = event.currentTarget.closest('li')!
          const neighbour = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector('button')
          // The button goes with its row: the keyboard goes on beside it.
          ;(neighbour ?? document.querySelector<HTMLElement>('main h1'))?.focus()
          void unmute(rule)
        }}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  )
}

function HiddenCount({ hidden, latest }: { hidden: Summary[]; latest: Summary[] }) {
  const say = useSay()
  const [first] = hidden
  const all = articlesCounted(latest.length)
  if (!first) return say({ zh: '最近 {all}里没有', en: 'none of the latest {all}', all })
  return say({
    zh: '最近 {all}里有 {count} 篇，如《{title}》',
    en: '{count} of the latest {all}, such as “{title}”',
    all,
    count: hidden.length,
    title: first.title,
  })
}

/** What a rule hides of some articles, once that is known. */
function useHidden(rule: MuteRule | null, articles: Summary[] | undefined): Summary[] | null {
  const [hidden, setHidden] = useState<Summary[] | null>(null)
  const kind = rule?.kind
  const text = rule?.text
  useEffect(() => {
    setHidden(null)
    if (kind === undefined || text === undefined || !articles?.length) return
    let isOver = false
    makeMuter([{ id: '', kind, text, createdAt: 0 }]).then(muter => {
      if (!isOver) setHidden(articles.filter(article => muter(article)))
    })
    return () => {
      isOver = true
    }
  }, [kind, text, articles])
  return hidden
}
