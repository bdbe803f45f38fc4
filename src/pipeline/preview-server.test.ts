import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewLikeHost } from './preview-server.ts'
import { headerRules, headersFile, plainHeaders } from './security-headers.ts'

let folder: string
let server: PreviewServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shiye-preview-'))
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('secret.txt', 'SECRET')
  write('dist-beside/secret.txt', 'SECRET')
  write('dist/index.html', '<h1>home</h1>')
  write('dist/404.html', '<h1>not here</h1>')
  write('dist/a/x/index.html', '<h1>article</h1>')
  write('dist/data/tree.json', '[0,1,2,3,4,5,6,7,8]')
  write('dist/pictures/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  write('dist/_headers', headersFile(headerRules("default-src 'none'", '/')))
  server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [{ name: 'preview', configurePreviewServer: previewLikeHost }],
  })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Sends bytes as they are, and gives the answer whole. */
function ask(...lines: string[]): Promise<string> {
  const { port } = server.httpServer.address() as AddressInfo
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${[...lines, 'Host: localhost', 'Connection: close'].join('\r\n')}\r\n\r\n`),
    )
    socket.setEncoding('utf8')
    socket.on('data', data => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', error => (answer ? resolve(answer) : reject(error)))
  })
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/..%2Fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/a/../../secret.txt',
  '/a/%2e%2e/%2e%2e/secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/..%c0%afsecret.txt',
  '/.../secret.txt',
  '/../dist-beside/secret.txt',
  '/-beside/secret.txt',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/index.html%00.txt',
  '/%00',
  '/%',
  '/%zz',
  '/%ff%fe',
  '/a%0d%0aX-Injected:%20yes',
  '/_headers',
  '/a/x%2findex.html/../../../secret.txt',
  'http://localhost/../secret.txt',
  'file:///etc/passwd',
  '*',
  '?',
  `/${'a'.repeat(10_000)}`,
  `/${'%2e%2e/'.repeat(1000)}etc/passwd`,
  `/${'a'.repeat(65_536)}`,
])('GET %s is refused, and gives nothing away', async address => {
  const answer = await ask(`GET ${address} HTTP/1.1`)
  expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
  expect(statusOf(answer)).toBeLessThan(500)
  expect(answer).not.toMatch(/SECRET|root:|X-Injected: yes\r/)
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'BREW'])('%s is refused', async method => {
  const answer = await ask(`${method} / HTTP/1.1`)
  expect(statusOf(answer)).toBe(method === 'BREW' ? 400 : 405)
})

test('ten thousand headers are refused', async () => {
  const headers = Array.from({ length: 10_000 }, (_, index) => `X-${index}: ${index}`)
  expect(statusOf(await ask('GET / HTTP/1.1', ...headers))).toBe(431)
})

test('after all that it still answers', async () => {
  const answer = await ask('GET /a/x/ HTTP/1.1')
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain('<h1>article</h1>')
})

test('HEAD is answered as GET, without a body', async () => {
  const answer = await ask('HEAD /a/x/ HTTP/1.1')
  expect(statusOf(answer)).toBe(200)
  expect(answer).toMatch(/\r\n\r\n$/)
})

test.each([
  ['bytes=2-4', 206, ',1,'],
  ['bytes=17-', 206, '8]'],
  ['bytes=0-999999', 206, '[0,1,2,3,4,5,6,7,8]'],
  ['bytes=999-', 416, ''],
  ['bytes=5-2', 200, '[0,1,2,3,4,5,6,7,8]'],
  ['bytes=-2', 200, '[0,1,2,3,4,5,6,7,8]'],
  ['bytes=0-0,-1', 200, '[0,1,2,3,4,5,6,7,8]'],
  ['bytes=a-b', 200, '[0,1,2,3,4,5,6,7,8]'],
  ['lines=1-2', 200, '[0,1,2,3,4,5,6,7,8]'],
])('the range %s', async (range, status, content) => {
  const answer = await ask('GET /data/tree.json HTTP/1.1', `Range: ${range}`)
  expect(statusOf(answer)).toBe(status)
  expect(answer.split('\r\n\r\n')[1]).toBe(content)
})

test.each([
  ['/', 200],
  ['/a/x/', 200],
  ['/data/tree.json', 200],
  ['/no/such/page/', 404],
])('%s comes with every header', async (address, status) => {
  const answer = await ask(`GET ${address} HTTP/1.1`)
  expect(statusOf(answer)).toBe(status)
  const wanted = { ...plainHeaders, 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" }
  for (const [name, value] of Object.entries(wanted)) expect(answer).toContain(`${name}: ${value}\r\n`)
})

test('a picture that is opened by its address is sandboxed', async () => {
  const answer = await ask('GET /pictures/a.svg HTTP/1.1')
  expect(answer).toMatch(/Content-Security-Policy: default-src 'none';[^\r]*sandbox\r\n/)
  expect(answer).toContain('X-Content-Type-Options: nosniff')
})
