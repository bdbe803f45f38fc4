import { useEffect, useState } from 'react'
import { backupPath } from '../../shared/addresses.ts'
import { site } from '../data/site.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { Link } from '../ui/Link.tsx'
import { forgetsAfterDays, type InstallWay, installWay, isInstalled } from './platform.ts'
import { install, useCanInstall } from './prompt.ts'

/** How to have the site among the apps of the device; nothing where it is. */
export function InstallSetting() {
  const say = useSay()
  const canAsk = useCanInstall()
  // Once the page is alive: the prerendered one knows no browser.
  const [way, setWay] = useState<InstallWay | 'installed'>('unknown')
  useEffect(() => {
    setWay(isInstalled() ? 'installed' : installWay())
  }, [])
  if (way === 'installed') return null
  return (
    <section className="install" id="install">
      <h2>{say({ zh: '安装', en: 'Install' })}</h2>
      <p>{say(forgetsAfterDays(way) ? whyInSafari : why)}</p>
      {canAsk ? (
        <button type="button" className="button" onClick={() => void install().catch(() => undefined)}>
          {say({ zh: '安装“{name}”', en: 'Install {name}', name: site.name })}
        </button>
      ) : (
        <Steps steps={steps[way]} />
      )}
      {forgetsAfterDays(way) && (
        <p className="hint">
          {say({
            zh: '装好的应用另存一份数据：这里的历史和标注不会自己过去，先备份，再在应用里恢复。',
            en: 'The installed app keeps data of its own: to take history and marks along, back them up here and restore them there.',
          })}{' '}
          <Link to={backupPath}>{say({ zh: '备份与同步', en: 'Backup and sync' })}</Link>
        </p>
      )}
    </section>
  )
}

const why = {
  zh: '装到设备上，从桌面打开，没有网络也能读。',
  en: 'Installed on your device, it opens from the home screen and reads without a network.',
}
const whyInSafari = {
  zh: '装到设备上，没有网络也能读；没有安装的网站，七天不用，Safari 会清掉它存的历史和标注。',
  en: 'Installed, it reads without a network. Of a site that is not, Safari clears history and marks after seven days without use.',
}

const steps: Record<InstallWay, Words[]> = {
  'share-menu': [
    {
      zh: '点“分享”按钮（方框里向上的箭头）；没有看到它，先点“···”。',
      en: 'Tap Share, a box with an arrow up; if you do not see it, tap “···” first.',
    },
    { zh: '选“添加到主屏幕”。', en: 'Choose “Add to Home Screen”.' },
    { zh: '点“添加”。', en: 'Tap “Add”.' },
  ],
  dock: [
    { zh: '打开菜单栏的“文件”菜单。', en: 'Open the File menu in the menu bar.' },
    { zh: '选“添加到程序坞”。', en: 'Choose “Add to Dock”.' },
  ],
  'browser-menu': [
    { zh: '打开浏览器的菜单（⋮）。', en: 'Open the menu of the browser (⋮).' },
    {
      zh: '选“安装”或“添加到主屏幕”。',
      en: 'Choose “Install” or “Add to Home screen”.',
    },
  ],
  'other-browser': [
    {
      zh: '这个应用里的浏览器不能安装：从它的菜单里选“在浏览器打开”，再到那里的设置里安装。',
      en: 'The browser within this app cannot install: choose “Open in browser” in its menu, and install from the settings there.',
    },
  ],
  unknown: [
    {
      zh: '浏览器的地址栏或菜单里有“安装”的话，点它就行。没有的话，可以用 Chrome、Edge 或 Safari 打开这里。',
      en: 'If the address bar or the menu of your browser has “Install”, choose it. If not, open this site in Chrome, Edge or Safari.',
    },
  ],
}

function Steps({ steps }: { steps: Words[] }) {
  const say = useSay()
  if (steps.length === 1) return <p className="hint">{say(steps[0]!)}</p>
  return (
    <ol>
      {steps.map(step => (
        <li key={step.en}>{say(step)}</li>
      ))}
    </ol>
  )
}
