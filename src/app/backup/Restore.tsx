import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useSay, type Words } from '../i18n/language.ts'
import { refusalOf } from '../storage/refusal.ts'
import { toast } from '../ui/toast.ts'
import { momentOf } from './moment.ts'
import { onOpenedFile, takeOpenedFile } from './opened-file.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { PlanTable } from './PlanTable.tsx'
import type { Plan, Way } from './plan.ts'
import type { Backup } from './read-backup.ts'
import { Unreadable } from './unreadable.ts'

type Step =
  | { is: 'nothing' }
  | { is: 'reading' }
  | { is: 'refused'; why: Words }
  | { is: 'sealed'; file: File; why?: Words }
  | { is: 'read'; backup: Backup; isSealed: boolean }
  | { is: 'done'; plan: Plan }

/** Brings back what is in a file: first it is read and what would change is told, then the reader decides. */
export function Restore() {
  const say = useSay()
  const [step, setStep] = useState<Step>({ is: 'nothing' })
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File) => {
    setStep({ is: 'reading' })
    try {
      const { isSealed } = await import('../sync/sealed.ts')
      if (await isSealed(file)) return setStep({ is: 'sealed', file })
      const { readBackup } = await import('./read-backup.ts')
      setStep({ is: 'read', backup: await readBackup(file), isSealed: false })
    } catch (error) {
      setStep({ is: 'refused', why: reasonOf(error) })
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it listens as long as it is shown
  useEffect(() => {
    const look = () => {
      const file = takeOpenedFile()
      if (file) void open(file)
    }
    look()
    return onOpenedFile(look)
  }, [])
  return (
    <section>
      <h2>{say({ zh: '恢复', en: 'Restore' })}</h2>
      <p>
        {say({
          zh: '打开备份，或另一台设备发来的加密文件。先看会改变什么，再决定；不需要网络。',
          en: 'Open a backup, or an encrypted file from your other device. You see what would change before anything does. No network is needed.',
        })}
      </p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say({ zh: '备份文件', en: 'Backup file' })}
        accept=".json,.shiye,.txt,application/json,application/octet-stream,text/plain"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = '' // the same file may be opened again
          if (file) void open(file)
        }}
      />
      <button
        type="button"
        className="button quiet"
        disabled={step.is === 'reading'}
        onClick={() => input.current!.click()}
      >
        {say({ zh: '打开文件', en: 'Open a file' })}
      </button>
      <div aria-live="polite">
        {step.is === 'reading' && (
          <p className="hint">{say({ zh: '正在检查文件…', en: 'Checking the file…' })}</p>
        )}
        {step.is === 'done' && <Done plan={step.plan} />}
      </div>
      {step.is === 'refused' && <Refused why={step.why} />}
      {step.is === 'sealed' && (
        <Unseal
          why={step.why}
          cancel={() => setStep({ is: 'nothing' })}
          onPassphrase={async passphrase => {
            const { file } = step
            setStep({ is: 'reading' })
            try {
              const { unseal } = await import('../sync/sealed.ts')
              const { readBackup } = await import('./read-backup.ts')
              setStep({
                is: 'read',
                backup: await readBackup(await unseal(file, passphrase)),
                isSealed: true,
              })
            } catch (error) {
              setStep({ is: 'sealed', file, why: reasonOf(error) })
            }
          }}
        />
      )}
      {step.is === 'read' && (
        <Decide
          backup={step.backup}
          isSealed={step.isSealed}
          onCancel={() => setStep({ is: 'nothing' })}
          onDone={plan => setStep({ is: 'done', plan })}
          onFailed={why => setStep({ is: 'refused', why })}
        />
      )}
    </section>
  )
}

const reasonOf = (error: unknown): Words =>
  error instanceof Unreadable
    ? error.words
    : {
        zh: '没能完成：{why}',
        en: 'It could not be done: {why}',
        why: error instanceof DOMException ? refusalOf(error).why : String(error),
      }

function Refused({ why }: { why: Words }) {
  const say = useSay()
  return (
    <p className="refused" role="alert">
      {say(why)}
      <br />
      {say({ zh: '什么都没有改变。', en: 'Nothing was changed.' })}
    </p>
  )
}

function Unseal({
  why,
  cancel,
  onPassphrase,
}: {
  why: Words | undefined
  cancel: () => void
  onPassphrase: (passphrase: string) => void
}) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current!.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPassphrase(field.current!.value)
  }
  return (
    <form className="card" onSubmit={submit}>
      <PassphraseField
        ref={field}
        label={say({ zh: '这个文件是加密的。密码：', en: 'This file is encrypted. Passphrase:' })}
        autoComplete="off"
      />
      {why && <Refused why={why} />}
      <p className="actions">
        <button type="submit" className="button">
          {say({ zh: '解开', en: 'Unlock' })}
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          {say({ zh: '取消', en: 'Cancel' })}
        </button>
      </p>
    </form>
  )
}

const ways: Record<'merge' | 'replace', { name: Words; hint: Words }> = {
  merge: {
    name: { zh: '合并', en: 'Merge' },
    hint: {
      zh: '文件里有的加进来，这里有的都留着。',
      en: 'What the file has is added; all that is here stays.',
    },
  },
  replace: {
    name: { zh: '替换', en: 'Replace' },
    hint: {
      zh: '全部变成文件里的样子，这里多出来的会删除。',
      en: 'All becomes as it is in the file; what only is here is deleted.',
    },
  },
}
const likeOtherDevice: Words = {
  zh: '和另一台设备合并：两边的改动都留着，那边删除的这里也删除。',
  en: 'Merges with the other device: changes of both stay, and what was deleted there goes here.',
}

function Decide({
  backup,
  isSealed,
  onCancel,
  onDone,
  onFailed,
}: {
  backup: Backup
  isSealed: boolean
  onCancel: () => void
  onDone: (plan: Plan) => void
  onFailed: (why: Words) => void
}) {
  const say = useSay()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [choice, setChoice] = useState<keyof typeof ways>('merge')
  const [plan, setPlan] = useState<Plan | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const way: Way = choice === 'replace' ? 'replace' : isSealed ? 'sync' : 'add'
  useEffect(() => heading.current!.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do when it fails does not make it begin anew
  useEffect(() => {
    let isOver = false
    setPlan(null)
    import('./plan.ts')
      .then(({ makePlan }) => makePlan(backup.entries, way))
      .then(
        plan => isOver || setPlan(plan),
        error => isOver || onFailed(reasonOf(error)),
      )
    return () => {
      isOver = true
    }
  }, [backup, way])
  const restore = async () => {
    setIsBusy(true)
    try {
      const { applyPlan } = await import('./plan.ts')
      await applyPlan(plan!)
      onDone(plan!)
    } catch (error) {
      onFailed(reasonOf(error))
    }
  }
  const madeAt = Date.parse(backup.madeAt)
  return (
    <div className="card settings">
      <h3 ref={heading} tabIndex={-1}>
        {Number.isFinite(madeAt)
          ? say({ zh: '{when} 的备份', en: 'Backup of {when}', when: momentOf(madeAt) })
          : say({ zh: '一份备份', en: 'A backup' })}
        {backup.site && <span className="of-site"> · {backup.site}</span>}
      </h3>
      <fieldset>
        <legend>{say({ zh: '怎样恢复', en: 'How to restore' })}</legend>
        <div className="choices">
          {(Object.keys(ways) as (keyof typeof ways)[]).map(name => (
            <label key={name}>
              <input type="radio" name={id} checked={name === choice} onChange={() => setChoice(name)} />
              <span>{say(ways[name].name)}</span>
            </label>
          ))}
        </div>
        <p className="hint">{say(choice === 'merge' && isSealed ? likeOtherDevice : ways[choice].hint)}</p>
      </fieldset>
      <PlanTable plan={plan} />
      <p className="hint" role="status">
        {plan?.changes.length === 0 &&
          say({ zh: '这里已经全是这样了。', en: 'All is like this here already.' })}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button"
          disabled={!plan || plan.changes.length === 0 || isBusy}
          onClick={() => void restore()}
        >
          {say(ways[choice].name)}
        </button>
        <button type="button" className="button quiet" disabled={isBusy} onClick={onCancel}>
          {say({ zh: '取消', en: 'Cancel' })}
        </button>
      </p>
    </div>
  )
}

/** The state before is kept until the page is left. */
function Done({ plan }: { plan: Plan }) {
  const say = useSay()
  const [state, setState] = useState<'done' | 'busy' | 'undone'>('done')
  const undo = async () => {
    setState('busy')
    try {
      const { undoPlan } = await import('./plan.ts')
      await undoPlan(plan)
      setState('undone')
    } catch {
      setState('done')
      toast({
        words: {
          zh: '没能撤销：浏览器不允许这个网站存放数据。',
          en: 'It could not be undone: the browser does not let this site keep data.',
        },
      })
    }
  }
  if (state === 'undone')
    return (
      <p className="hint">
        {say({ zh: '已撤销，和恢复之前一样。', en: 'Undone: all is as it was before.' })}
      </p>
    )
  return (
    <p className="hint">
      {say({ zh: '已恢复。', en: 'It is restored.' })}{' '}
      <button type="button" className="button quiet" disabled={state === 'busy'} onClick={() => void undo()}>
        {say({ zh: '撤销恢复', en: 'Undo restoring' })}
      </button>
    </p>
  )
}
