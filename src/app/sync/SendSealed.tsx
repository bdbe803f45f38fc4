import { type FormEvent, useState } from 'react'
import { dayForName } from '../backup/moment.ts'
import { PassphraseField } from '../backup/PassphraseField.tsx'
import { useSay, type Words } from '../i18n/language.ts'
import { download } from '../ui/download.ts'

/** Shorter ones are guessed. */
const MIN_LENGTH = 10

/** One encrypted file with everything, to be sent to another device by whatever way there is. */
export function SendSealed() {
  const say = useSay()
  const [told, setTold] = useState<Words | null>(null)
  const [ready, setReady] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const prepare = async (event: FormEvent) => {
    event.preventDefault()
    setTold({ zh: '正在加密…', en: 'Encrypting…' })
    try {
      const [{ writeBackup }, { seal }] = await Promise.all([
        import('../backup/write-backup.ts'),
        import('./sealed.ts'),
      ])
      const sealed = await seal(await writeBackup(), passphrase)
      const file = new File([sealed], `shiye-${dayForName()}.shiye`, { type: sealed.type })
      setPassphrase('')
      setReady(file)
      setTold({
        zh: '文件好了。在另一台设备上用“打开文件”打开它，输入同一个密码。',
        en: 'The file is ready. On the other device use “Open a file”, and the same passphrase.',
      })
    } catch {
      setTold({ zh: '没能加密这些数据。', en: 'The data could not be encrypted.' })
    }
  }
  const shared = ready && shareable(ready)
  return (
    <details>
      <summary>{say({ zh: '发送加密文件', en: 'Send an encrypted file' })}</summary>
      <p className="hint">
        {say({
          zh: '全部内容用密码加密成一个文件，用任何方式传到另一台设备。密码不会保存，忘了就打不开。',
          en: 'Everything in one file, encrypted with a passphrase, to send to your other device in any way you like. The passphrase is kept nowhere: without it the file cannot be opened.',
        })}
      </p>
      <form className="sync-fields" onSubmit={event => void prepare(event)}>
        <PassphraseField
          label={say({
            zh: '密码（至少 {min} 个字符）',
            en: 'Passphrase (at least {min} characters)',
            min: MIN_LENGTH,
          })}
          minLength={MIN_LENGTH}
          autoComplete="new-password"
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
        />
        <span>
          <button type="submit" className="button">
            {say({ zh: '加密', en: 'Encrypt' })}
          </button>
        </span>
      </form>
      <p className="hint" role="status">
        {told && say(told)}
      </p>
      {ready && (
        <p className="actions">
          {shared && (
            <button
              type="button"
              className="button"
              // The reader may think better of it.
              onClick={() => void navigator.share({ files: [shared] }).catch(() => undefined)}
            >
              {say({ zh: '分享文件', en: 'Share the file' })}
            </button>
          )}
          <button
            type="button"
            className={shared ? 'button quiet' : 'button'}
            onClick={() => download(ready.name, ready)}
          >
            {say({ zh: '下载文件', en: 'Download the file' })}
          </button>
        </p>
      )}
    </details>
  )
}

/** The file as the share sheet takes it: some take only kinds that they know, whatever is in them. */
function shareable(file: File): File | null {
  const asText = new File([file], `${file.name}.txt`, { type: 'text/plain' })
  return [file, asText].find(each => navigator.canShare?.({ files: [each] })) ?? null
}
