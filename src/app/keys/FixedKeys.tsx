import { useSay, type Words } from '../i18n/language.ts'
import { KeyCaps } from './KeyCaps.tsx'
import { paletteKeys } from './palette-key.ts'

const fixed: [keys: string, words: Words][] = [
  [paletteKeys, { zh: '命令面板', en: 'Command palette' }],
  ['Enter', { zh: '打开这一条', en: 'Open the entry' }],
  ['Space', { zh: '往下翻；到了文末，下一篇', en: 'A screen on; at the end, the next article' }],
  ['Shift Space', { zh: '往回翻', en: 'A screen back' }],
  ['Esc', { zh: '关闭；离开这一条', en: 'Close; leave the entry' }],
]

/** The keys that are what they are everywhere. */
export function FixedKeys() {
  const say = useSay()
  return (
    <section>
      <h3>{say({ zh: '固定的键', en: 'Fixed' })}</h3>
      <ul>
        {fixed.map(([keys, words]) => (
          <li key={keys}>
            <span>{say(words)}</span>
            <KeyCaps keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  )
}
