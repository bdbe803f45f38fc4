import { toast } from '../ui/toast.ts'
import type { MuteRule } from './mute-rule.ts'
import { addMutes, deleteMutes } from './mutes.ts'

const undo = { zh: '撤销', en: 'Undo' }

/** Hides from lists what a rule says, which can be undone. */
export async function mute(kind: MuteRule['kind'], text: string): Promise<void> {
  const now = Date.now()
  const id = crypto.randomUUID?.() ?? `${now}-${Math.random().toString(36).slice(2)}`
  await orSaySo(async () => {
    await addMutes([{ id, kind, text, createdAt: now }])
    toast({
      words: { zh: '已屏蔽“{text}”', en: '“{text}” is muted', text },
      action: { words: undo, run: () => void orSaySo(() => deleteMutes([id])) },
    })
  })
}

/** Takes a rule away, which can be undone. */
export async function unmute(rule: MuteRule): Promise<void> {
  await orSaySo(async () => {
    await deleteMutes([rule.id])
    toast({
      words: { zh: '不再屏蔽“{text}”', en: '“{text}” is no longer muted', text: rule.text },
      action: { words: undo, run: () => void orSaySo(() => addMutes([rule])) },
    })
  })
}

async function orSaySo(work: () => Promise<void>): Promise<void> {
  await work().catch(() =>
    toast({
      words: {
        zh: '规则没能保存：浏览器不允许这个网站存放数据。',
        en: 'The rule could not be kept: the browser does not let this site keep data.',
      },
    }),
  )
}
