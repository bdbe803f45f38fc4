import { type FormEvent, useRef, useState } from 'react'
import { site } from '../data/site.ts'
import { useSay, type Words } from '../i18n/language.ts'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { type DavAccount, isAllowed } from './dav-place.ts'

/** A server that the publisher allows, or the site's own: the policy of the pages lets them talk to no other. */
export function DavForm({ onChosen }: { onChosen: (account: DavAccount) => void }) {
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const [why, setWhy] = useState<Words | null>(null)
  const isAlive = useIsAlive()
  const origins = [...(isAlive ? [location.origin] : []), ...(site.sync ?? [])].join('  ')
  const connect = (event: FormEvent) => {
    event.preventDefault()
    const fields = new FormData(form.current!)
    const [address, name, password] = ['address', 'name', 'password'].map(field =>
      String(fields.get(field)).trim(),
    )
    if (!isAllowed(address!) || address!.endsWith('/'))
      return setWhy({
        zh: '请填一个文件的完整地址，如 https://…/shiye.json；这个网站只能连接：{origins}',
        en: 'Give the whole address of a file, such as https://…/shiye.json. This site may only talk to: {origins}',
        origins,
      })
    setWhy(null)
    onChosen({ address: new URL(address!, location.href).href, name: name!, password: password! })
  }
  return (
    <form ref={form} onSubmit={connect}>
      <p className="hint">
        {say({
          zh: '出于安全，网页只能连接这个网站自己和发布者允许的服务器：{origins}。别家的服务器还要允许跨域访问（CORS：GET、PUT，Authorization、If-Match，并公开 ETag）。用户名和密码只存放在这台设备上。',
          en: 'For safety the pages may only talk to this site itself and to servers that its publisher allows: {origins}. A server elsewhere must allow it too (CORS: GET, PUT, Authorization, If-Match, and ETag exposed). Name and password stay on this device.',
          origins,
        })}
      </p>
      <div className="sync-fields">
        <label>
          {say({ zh: '文件地址', en: 'Address of the file' })}
          <input name="address" type="text" inputMode="url" required autoComplete="off" spellCheck={false} />
        </label>
        <label>
          {say({ zh: '用户名', en: 'User name' })}
          <input name="name" autoComplete="username" spellCheck={false} />
        </label>
        <label>
          {say({ zh: '密码', en: 'Password' })}
          <input name="password" type="password" autoComplete="current-password" />
        </label>
      </div>
      {why && (
        <p className="refused" role="alert">
          {say(why)}
        </p>
      )}
      <button type="submit" className="button">
        {say({ zh: '连接', en: 'Connect' })}
      </button>
    </form>
  )
}
