import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, Rolldown, ViteBuilder, ViteDevServer } from 'vite'
import type { MediaSettings, PictureSettings } from '../shared/picture-settings.ts'
import type { Site } from '../shared/site.ts'
import { Content } from './build-content.ts'
import { devMiddleware } from './dev-server.ts'
import { createPrerender, deferScripts, type Render, shellOf } from './prerender.ts'
import { previewLikeHost } from './preview-server.ts'
import { formatProblem, type Problems } from './problems.ts'
import { contentSecurityPolicy, headerRules, headersFile, plainHeaders } from './security-headers.ts'
import { buildTypesetScript } from './typeset-script.ts'
import { writeSite } from './write-site.ts'

export interface ShiyeOptions {
  seedsDir: string
  site: Omit<Site, 'base'>
  pictures: PictureSettings
  media: MediaSettings
  /** What reading the settings found; the build adds to it and tells it all. */
  problems: Problems
  /** Any error fails the build. */
  strict: boolean
}

/** The app as a server bundle: how React pages become strings. */
const SERVER_ENTRY = 'src/app/entry-server.tsx'

/** A script and all that it imports, in the order in which they run. */
function scriptsInOrder(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): string[] {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || found.has(file)) return [...found]
  for (const each of chunk.imports) scriptsInOrder(each, bundle, found)
  return [...found.add(file)]
}

/** Makes a reading site of a folder of seeds: at build, while developing, and for the preview. */
export function shiye(options: ShiyeOptions): Plugin {
  const { seedsDir, problems, strict } = options
  let site: Site
  let template: string
  let policy: string
  let typesetScript: string
  /** Source file of a lazy page → addresses of its scripts. */
  const scripts = new Map<string, string[]>()

  async function buildApp(builder: ViteBuilder) {
    const started = performance.now()
    const { client, ssr } = builder.environments
    await builder.build(client!)
    const serverDir = mkdtempSync(join(tmpdir(), 'shiye-'))
    try {
      ssr!.config.build.outDir = serverDir
      await builder.build(ssr!)
      const { render } = (await import(pathToFileURL(join(serverDir, 'entry-server.js')).href)) as {
        render: Render
      }
      const content = new Content(seedsDir, site, problems)
      const prerender = createPrerender(
        template,
        render,
        site,
        module => scripts.get(module) ?? [],
        typesetScript,
        policy,
      )
      const files = await writeSite(content, prerender, resolve(client!.config.build.outDir))
      tell(content, files, (performance.now() - started) / 1000)
    } finally {
      rmSync(serverDir, { recursive: true, force: true })
    }
  }

  function tell(content: Content, files: number, seconds: number) {
    for (const problem of problems.all) console.warn(formatProblem(problem))
    if (!site.origin)
      console.warn(
        'SITE_URL is not set: no sitemap, and no absolute addresses in share tags. Set it to the public origin.',
      )
    const count = problems.errors.length
    console.log(
      `${content.articleCount} articles, ${files} files in ${seconds.toFixed(1)} s` +
        (count > 0 ? `; ${count} errors: those seeds are left out` : ''),
    )
    if (strict && count > 0) throw new Error(`${count} errors in the seeds, and STRICT is set`)
  }

  return {
    name: 'shiye',
    enforce: 'post',
    sharedDuringBuild: true, // the template of the client's build is filled by the server's

    config: (_config, { command }) => ({
      builder: { buildApp },
      environments: {
        ssr: {
          build: {
            rollupOptions: { input: SERVER_ENTRY },
            emptyOutDir: true,
            copyPublicDir: false,
          },
          // One bundle of everything: it is loaded from outside the project's folder.
          ...(command === 'build' ? { resolve: { noExternal: true } } : {}),
        },
      },
    }),

    configResolved(config) {
      site = { ...options.site, base: config.base }
    },

    async generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return
      typesetScript = await buildTypesetScript()
      const index = bundle['index.html']
      if (index?.type !== 'asset') throw new Error('index.html is missing from the bundle')
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
      const entry = chunks.find(chunk => chunk.isEntry)!
      template = deferScripts(
        String(index.source),
        scriptsInOrder(entry.fileName, bundle).map(file => site.base + file),
      )
      for (const chunk of chunks)
        if (chunk.isDynamicEntry && chunk.facadeModuleId)
          scripts.set(
            relative('.', chunk.facadeModuleId).split(sep).join('/'),
            scriptsInOrder(chunk.fileName, bundle)
              .map(file => site.base + file)
              .filter(file => !template.includes(file)),
          )
      const policyFor = (place: 'document' | 'header') =>
        contentSecurityPolicy(template + typesetScript, { ...options, origin: site.origin }, place)
      policy = policyFor('document')
      // The prerendered home page takes its place.
      delete bundle['index.html']
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('shell.html', shellOf(template, site, policy))
      emit('_headers', headersFile(headerRules(policyFor('header'), site.base)))
    },

    configureServer: server => serveSeeds(server),

    configurePreviewServer: server => previewLikeHost(server),
  }

  /** Serves the pages and data that a build would write, made when they are asked for. */
  function serveSeeds(server: ViteDevServer) {
    const open = () => {
      const content = new Content(seedsDir, site, problems)
      for (const problem of problems.all) server.config.logger.warn(formatProblem(problem))
      return content
    }
    let content = open()
    const folder = resolve(seedsDir)
    server.watcher.add(folder)
    server.watcher.on('all', (_event, file) => {
      if (!resolve(file).startsWith(folder)) return
      problems.clear()
      content = open()
      server.ws.send({ type: 'full-reload' })
    })
    const renderPage = async (url: string, path: string, files: Record<string, unknown>) => {
      const html = await server.transformIndexHtml(url, readFileSync(resolve('index.html'), 'utf8'))
      const { render } = (await server.ssrLoadModule(SERVER_ENTRY)) as {
        render: Render
      }
      return createPrerender(html, render, site, () => [], await buildTypesetScript(), null)(path, files)
    }
    // No policy: Vite's own scripts and styles are inline.
    server.middlewares.use((_request, response, next) => {
      for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
      next()
    })
    // Before Vite's own answer to unknown addresses.
    server.middlewares.use(devMiddleware(() => content, renderPage))
  }
}
