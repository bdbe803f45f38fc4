import { keepChoices, keptChoice } from '../settings/setting-store.ts'
import { getSetting, settings } from '../settings/settings.ts'
import { toast } from '../ui/toast.ts'
import { undo } from '../ui/undo.ts'
import { scriptOf } from './scripts.ts'
import { isTraditional } from './source.ts'

/** Shows the original, or the script that the reader chose last. */
export function toggleScript({ body }: { body: HTMLElement }): void {
  const before = getSetting('script')
  const isOriginal = before === 'original'
  const script = isOriginal ? (scriptOf(keptChoice('lastScript') ?? '') ?? likelyScript(body)) : 'original'
  keepChoices({ script, lastScript: isOriginal ? script : before })
  toast({
    words: isOriginal
      ? {
          zh: '以{script}显示',
          en: 'Shown in Chinese script: {script}',
          script: settings.script.choices[script],
        }
      : { zh: '已显示原文', en: 'Shown as written' },
    action: { words: undo, run: () => keepChoices({ script: before }) },
  })
}

/** What the reader's browser says, or else the script that the article is not in. */
function likelyScript(body: HTMLElement): 'cn' | 'tw' | 'hk' {
  const tags = navigator.languages.filter(tag => /^zh/i.test(tag))
  if (!isTraditional(body.textContent)) return tags.some(tag => /HK|MO/.test(tag)) ? 'hk' : 'tw'
  const own = tags[0] ?? 'zh-CN'
  return /TW/.test(own) ? 'tw' : /HK|MO/.test(own) ? 'hk' : 'cn'
}
