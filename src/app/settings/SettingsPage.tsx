import { backupPath, offlinePath, settingsPath, statisticsPath } from '../../shared/addresses.ts'
import type { PageHead } from '../../shared/head.ts'
import { type Say, useSay } from '../i18n/language.ts'
import { InstallSetting } from '../install/InstallSetting.tsx'
import { KeysSetting } from '../keys/KeysSetting.tsx'
import { Link } from '../ui/Link.tsx'
import { NeedsScript } from '../ui/NeedsScript.tsx'
import { resetWithUndo } from './reset-with-undo.ts'
import { SettingControl } from './SettingControl.tsx'
import { settingGroups, settingNames } from './settings.ts'
import '../article/article.css'
import './settings.css'

const title = { zh: '设置', en: 'Settings' }

export const loader = () => null

export const handle = {
  head: (_: null, say: Say): PageHead => ({
    title: say(title),
    description: say({
      zh: '颜色、文字、图片、语言与阅读历史。',
      en: 'Colours, text, pictures, language and history.',
    }),
    path: settingsPath,
    isPrivate: true,
  }),
}

/** Every setting, applied as it is chosen. */
export function Component() {
  const say = useSay()
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{say(title)}</h1>
      <NeedsScript />
      <form className="settings needs-script" onSubmit={event => event.preventDefault()}>
        {settingGroups.map(({ title, names }) => (
          <section key={title.en}>
            <h2>{say(title)}</h2>
            {names.map(name => (
              <SettingControl key={name} name={name} />
            ))}
            {names.includes('size') && <Sample />}
            {names.includes('shortcuts') && <KeysSetting />}
            {names.includes('history') && <ToOwnData />}
          </section>
        ))}
        <InstallSetting />
        <button type="button" className="button quiet" onClick={resetAll}>
          {say({ zh: '全部恢复默认', en: 'Reset all' })}
        </button>
      </form>
    </div>
  )
}

function ToOwnData() {
  const say = useSay()
  return (
    <>
      <p>
        <Link to={statisticsPath}>{say({ zh: '看阅读统计', en: 'See your reading statistics' })}</Link>
      </p>
      <p>
        <Link to={backupPath}>{say({ zh: '备份与同步', en: 'Backup and sync' })}</Link>
      </p>
      <p>
        <Link to={offlinePath}>{say({ zh: '离线与存储空间', en: 'Offline reading and storage' })}</Link>
      </p>
    </>
  )
}

const resetAll = () =>
  resetWithUndo(settingNames, { zh: '已恢复默认设置', en: 'Settings are back to their defaults' })

/** Text as articles show it, to see what the settings do. */
function Sample() {
  return (
    <div className="article-body sample" lang="zh-CN" aria-hidden="true">
      <p>落霞与孤鹜齐飞，秋水共长天一色。渔舟唱晚，响穷彭蠡之滨；雁阵惊寒，声断衡阳之浦。</p>
      <p>The quick brown fox jumps over the lazy dog.</p>
    </div>
  )
}
