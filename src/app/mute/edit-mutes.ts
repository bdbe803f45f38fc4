import { orSaySo } from '../storage/or-say-so.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import type { MuteRule } from './mute-rule.ts'
import { addMutes, deleteMutes } from './mutes.ts'

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
