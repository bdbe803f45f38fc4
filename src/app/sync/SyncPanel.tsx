import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { momentOf } from '../backup/moment.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { tellNotLoaded } from '../ui/tell-not-loaded.ts'
import { DavForm } from './DavForm.tsx'
import { canPickFile, pickFile } from './file-place.ts'
import { SendSealed } from './SendSealed.tsx'
import { type Partner, type SyncState, subscribeSync, syncPartner, syncState } from './state.ts'

/** What it takes to sync comes when it is needed. */
const keeping = () => import('./keep-in-sync.ts')
const choose = (partner: Partner | null) => keeping().then(({ chooseSync }) => chooseSync(partner))

const off: SyncState = { is: 'off' }

/** Ways to have the same on several devices, none of which needs a server of ours. */
export function SyncPanel() {
  const say = useSay()
  const state = useSyncExternalStore(subscribeSync, syncState, () => off)
  useEffect(() => {
    // Where storage refuses there is nothing to sync.
    keeping()
      .then(({ startSync }) => startSync())
      .catch(() => undefined)
  }, [])
  return (
    <section>
      <h2>{say({ zh: '同步', en: 'Sync' })}</h2>
      <p>
        {say({
          zh: '两台设备都没有网络时各读各的，之后合在一起，什么都不丢：读到更远的算数，两边写的笔记都留着。',
          en: 'Devices may be offline and go their own ways. Brought together, nothing is lost: the further place counts, and notes of both stay.',
        })}
      </p>
      {state.is === 'off' ? <Ways /> : <Running state={state} />}
      <SendSealed />
    </section>
  )
}

function Ways() {
  const say = useSay()
  return (
    <>
      <ByFile />
      <details>
        <summary>{say({ zh: '通过 WebDAV', en: 'Through WebDAV' })}</summary>
        <DavForm onChosen={account => choose({ kind: 'dav', account }).catch(tellNotLoaded)} />
      </details>
    </>
  )
}

function ByFile() {
  const say = useSay()
  const [isThere, setIsThere] = useState(true)
  useEffect(() => setIsThere(canPickFile()), [])
  const pick = async (isNew: boolean) => {
    const handle = await pickFile(isNew)
    if (handle) await choose({ kind: 'file', handle })
  }
  return (
    <>
      <h3>{say({ zh: '通过同步文件夹里的文件', en: 'Through a file in a synced folder' })}</h3>
      <p>
        {isThere
          ? say({
              zh: '在第一台设备上，在网盘（iCloud、OneDrive、Syncthing……）的文件夹里新建一个文件；在其他设备上选择这个文件，其中的内容会合并。',
              en: 'On your first device, make a file in a folder that iCloud, OneDrive, Syncthing or the like carries to the others. Choose that file on each of them: what it holds is merged.',
            })
          : say({
              zh: '这个浏览器不能一直使用一个文件；电脑上的 Chrome 和 Edge 可以。这里可以用下面的加密文件。',
              en: 'This browser cannot keep using a file; Chrome and Edge on a computer can. Here there is the encrypted file below.',
            })}
      </p>
      {isThere && (
        <Actions>
          <button type="button" className="button quiet" onClick={() => pick(false).catch(tellNotLoaded)}>
            {say({ zh: '选择已有的文件', en: 'Choose the file' })}
          </button>
          <button type="button" className="button quiet" onClick={() => pick(true).catch(tellNotLoaded)}>
            {say({ zh: '新建文件', en: 'Make a file' })}
          </button>
        </Actions>
      )}
    </>
  )
}

function Running({ state }: { state: SyncState }) {
  const say = useSay()
  const partner = syncPartner()
  const name = partner?.kind === 'file' ? partner.handle.name : (partner?.account.address ?? '')
  return (
    <div className="card">
      <h3>{say({ zh: '正与“{name}”保持同步', en: 'In sync with “{name}”', name })}</h3>
      <p role="status">{say(toldOf(state))}</p>
      <Actions>
        <button
          type="button"
          className="button"
          disabled={state.is === 'busy'}
          onClick={() => keeping().then(({ syncNow }) => syncNow(true), tellNotLoaded)}
        >
          {state.is === 'unpermitted'
            ? say({ zh: '允许并同步', en: 'Allow and sync' })
            : say({ zh: '现在同步', en: 'Sync now' })}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={state.is === 'busy'}
          onClick={() => choose(null).catch(tellNotLoaded)}
        >
          {say({ zh: '停止同步', en: 'Stop syncing' })}
        </button>
      </Actions>
    </div>
  )
}

const Actions = ({ children }: { children: ReactNode }) => <p className="actions">{children}</p>

function toldOf(state: SyncState): Words {
  switch (state.is) {
    case 'unpermitted':
      return {
        zh: '浏览器要你再允许一次，才能使用这个文件。',
        en: 'The browser wants your permission again before it uses the file.',
      }
    case 'failed':
      return { zh: '{when}：{why}', en: '{when}: {why}', when: momentOf(state.at), why: state.why }
    case 'done': {
      const { came, isSent } = state.outcome
      const what: Words =
        came > 0
          ? { zh: '收到 {came} 处改动', en: '{came} changes came in', came }
          : isSent
            ? { zh: '已送出这里的改动', en: 'what changed here was sent' }
            : { zh: '两边一样', en: 'both sides are the same' }
      return {
        zh: '上次同步：{when}，{what}。',
        en: 'Last sync: {when}, {what}.',
        when: momentOf(state.at),
        what,
      }
    }
    default:
      return { zh: '正在同步…', en: 'Syncing…' }
  }
}
