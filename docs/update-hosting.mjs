// Brings the policies in docs/hosting.md up to date with the build: node docs/update-hosting.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'

const root = join(import.meta.dirname, '..')
const load = async name => (await runnerImport(join(root, `src/pipeline/${name}.ts`))).module
const { contentSecurityPolicy, headerRules } = await load('security-headers')
const { buildStartScript, buildTypesetScript } = await load('inline-scripts')
const { readSite } = await load('read-site')

const inlineScripts = (await buildStartScript()) + (await buildTypesetScript())
const { pictures, media } = readSite('/nowhere', () => undefined)
const sources = { pictures, media, origin: 'https://e.example' }
const policy = contentSecurityPolicy(inlineScripts, sources, 'header')
const headers = headerRules(policy, '/')['/*']

const file = join(import.meta.dirname, 'hosting.md')
const text = readFileSync(file, 'utf8')
const [, shown] =
  /Content-Security-Policy:? "?(default-src 'none'; script-src [^\n"]*?frame-ancestors 'none')/.exec(text)
writeFileSync(
  file,
  text
    .replaceAll(shown, () => headers['Content-Security-Policy'])
    .replaceAll(/accelerometer=\(\)[^"\n]*/g, () => headers['Permissions-Policy']),
)
