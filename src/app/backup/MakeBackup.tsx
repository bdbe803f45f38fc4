import { useState } from 'react'
import { useSay, type Words } from '../i18n/language.ts'
import { refusalOf } from '../storage/refusal.ts'
import { download } from '../ui/download.ts'
import { keptTimes } from './last-backup.ts'
import { dayForName, momentOf } from './moment.ts'

/** Everything of the reader in one file. */
export function MakeBackup() {
  const say = useSay()
  const { madeAt } = keptTimes.use()
  const [told, setTold] = useState<Words | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const make = async () => {
    setIsBusy(true)
    const tellCount = (count: number) =>
      setTold({ zh: '正在收集，已有 {count} 条…', en: 'Collecting, {count} entries so far…', count })
    tellCount(0)
    try {
      const { writeBackup } = await import('./write-backup.ts')
      const file = await writeBackup(undefined, tellCount)
      download(`shiye-${dayForName()}.json`, file)
      keptTimes.set({ ...keptTimes.get(), madeAt: Date.now() })
      setTold({ zh: '备份已交给浏览器下载。', en: 'The browser is saving the backup.' })
    } catch (error) {
      setTold({ zh: '没能备份：{why}', en: 'No backup was made: {why}', why: refusalOf(error).why })
    }
    setIsBusy(false)
  }
  return (
    <section>
      <h2>{say({ zh: '备份', en: 'Back up' })}</h2>
      <p>
        {say({
          zh: '历史、进度、标记、笔记、稍后读、标签、屏蔽规则和设置，都在一个 JSON 文件里。',
          en: 'History, progress, marks, notes, saved articles, labels, mute rules and settings, in one JSON file.',
        })}
      </p>
      <button type="button" className="button" disabled={isBusy} onClick={() => void make()}>
        {say({ zh: '下载备份', en: 'Download a backup' })}
      </button>
      <p className="hint" role="status">
        {told
          ? say(told)
          : madeAt > 0
            ? say({ zh: '上次备份：{when}', en: 'Last backup: {when}', when: momentOf(madeAt) })
            : say({ zh: '还没有备份过。', en: 'There is no backup yet.' })}
      </p>
    </section>
  )
}
