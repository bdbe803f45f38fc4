import { existsSync, readFileSync } from 'node:fs'
import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { manifest } from './manifest.ts'

const site = {
  name: '河岸',
  description: '渡口的报纸',
  language: 'zh-CN',
  timeZone: 'UTC',
  origin: null,
}
const made = manifest(site)
const fileOf = (src: string) => new URL(`../../public/${src}`, import.meta.url)

test('the app is called what the site is called', () => {
  expect(made).toMatchObject({ name: '河岸', short_name: '河岸', description: '渡口的报纸', lang: 'zh-CN' })
})

test('every address is relative, so that it holds under any base', () => {
  const addresses = [
    made.start_url,
    made.scope,
    ...made.icons!.map(({ src }) => src),
    ...made.screenshots!.map(({ src }) => src),
    ...made.shortcuts!.map(({ url }) => url),
    made.share_target!.action,
    ...made.file_handlers!.map(({ action }) => action),
  ]
  for (const address of addresses)
    expect(new URL(address!, 'https://e.example/reader/manifest.webmanifest').href).toMatch(
      /^https:\/\/e\.example\/reader\//,
    )
})

test('shortcuts are named in the language of the site', () => {
  const names = (language: string) => manifest({ ...site, language }).shortcuts!.map(({ name }) => name)
  expect(names('zh-CN')).toContain('阅读历史')
  expect(names('en')).toContain('History')
})

const allIcons = [...made.icons!, ...made.shortcuts!.flatMap(({ icons }) => icons!)]
test.each(allIcons.map(icon => [icon.src, icon.sizes!]))(
  'the icon %s exists and has the size %s',
  (src, sizes) => {
    expect(existsSync(fileOf(src))).toBe(true)
    if (sizes === 'any') return
    const { width, height } = imageSize(readFileSync(fileOf(src)))
    expect(`${width}x${height}`).toBe(sizes)
  },
)

test('there is an icon to install with, one for masks, and one of any size', () => {
  const sizes = made.icons!.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)
  expect(sizes).toEqual(expect.arrayContaining(['any any', '192x192 any', '512x512 any', '512x512 maskable']))
})
