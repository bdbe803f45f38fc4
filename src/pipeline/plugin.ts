import { readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Plugin, Rolldown, ViteBuilder, ViteDevServer } from 'vite'
import type { MediaSettings, PictureSettings } from '../shared/picture-settings.ts'
import type { Site } from '../shared/site.ts'
import { appKeys, hasApp, openApp } from './build/app-bundle.ts'
import { buildAppApart, isAppOnly } from './build/build-app-apart.ts'
import { type Built, buildPart, buildSite, mergeParts } from './build/build-site.ts'
import { recover } from './build/output.ts'
import { folderOfShard, type Shard } from './build/parts.ts'
import { Content } from './build-content.ts'
import { devMiddleware } from './dev-server.ts'
import { type HostName, hostReport } from './host-limits.ts'
import { buildStartScript, buildTypesetScript } from './inline-scripts.ts'
import { listSeeds } from './list-seeds.ts'
import { digestOf } from './make-article.ts'
import { createPrerender, deferScripts, type Render, shellOf } from './prerender.ts'
import { previewLikeHost } from './preview-server.ts'
import { formatProblem, type Problems } from './problems.ts'
import { progressOn } from './progress.ts'
import { contentSecurityPolicy, headerRules, headersFile, plainHeaders } from './security-headers.ts'

export interface ShiyeOptions {
  seedsDir: string
  site: Omit<Site, 'base'>
  pictures: PictureSettings
  media: MediaSettings
  /** What reading the settings found; the build adds to it and tells it all. */
  problems: Problems
  /** Any error fails the build. */
  strict: boolean
  /** What a build keeps for the next; null keeps nothing. */
  cacheDir: string | null
  /** Makes only this part of the site. */
  shard: Shard | null
  /** Makes the site of the parts in this folder instead of the seeds. */
  partsDir: string | null
  /** Where the site will be served; its limits are told. */
  host: HostName | null
}

/** The app as a server bundle: how React pages become strings. */
const SERVER_ENTRY = 'src/app/entry-server.tsx'

/** What builds of the site run: the same, and the pipeline for threads of its own. */
const SERVER_ENTRIES = {
  'entry-server': SERVER_ENTRY,
  maker: 'src/pipeline/build/maker.ts',
  worker: 'src/pipeline/build/worker.ts',
}

/** A script and all that it imports, in the order in which they run. */
function scriptsInOrder(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): string[] {
  const chunk = bundle[file]
  if (chunk?.type !== 'chunk' || found.has(file)) return [...found]
  for (const each of chunk.imports) scriptsInOrder(each, bundle, found)
  return [...found.add(file)]
}

const withStart = (template: string, script: string) => template.replace('<!--start-->', () => script)

/** A site of more seeds needs the memory that building the app would leave taken. */
const MANY = 20_000

/** Makes a reading site of a folder of seeds: at build, while developing, and for the preview. */
export function shiye(options: ShiyeOptions): Plugin {
  const { seedsDir, pictures, media, problems, strict, shard, partsDir, host } = options
  let site: Site
  let template: string
  let policy: string
  let typesetScript: string
  /** Source file of a lazy page → addresses of its scripts. */
  const scripts: Record<string, string[]> = {}
  /** Where the site goes. */
  let outDir: string
  const isCached = options.cacheDir !== null
  // Vite makes this plugin several times for one build: all must mean the same folder.
  const cacheDir = resolve(options.cacheDir ?? `node_modules/.cache/shiye-${process.pid}`)
  const stage = join(cacheDir, `building-${process.pid}`)

  async function buildApp(builder: ViteBuilder) {
    const started = performance.now()
    const { client, ssr } = builder.environments
    const { mode } = client!.config
    const env = Object.entries(process.env).filter(([name]) => name.startsWith('VITE_'))
    const keys = appKeys({ site, pictures, media, mode, env })
    if (isCached && !hasApp(cacheDir, keys) && listSeeds(seedsDir).length > MANY) buildAppApart()
    const app = await openApp(cacheDir, keys, stage, async () => {
      await builder.build(client!)
      await builder.build(ssr!)
      return { template, scripts, typesetScript, policy }
    }).finally(() => rmSync(stage, { recursive: true, force: true }))
    // Vite would build them now where nobody else has.
    client!.isBuilt = ssr!.isBuilt = true
    if (isAppOnly()) return
    const recordsFile = isCached ? join(cacheDir, `records-${digestOf(relative('.', outDir))}.jsonl`) : null
    const progress = progressOn(process.stderr, true)
    const job = { seedsDir, outDir, site, app, recordsFile, problems, progress }
    const built = await (shard
      ? buildPart(job, shard)
      : partsDir
        ? mergeParts(job, partsDir)
        : buildSite(job)
    ).finally(() => isCached || rmSync(cacheDir, { recursive: true }))
    tell(built, (performance.now() - started) / 1000)
  }

  function tell({ articles, size }: Built, seconds: number) {
    for (const problem of problems.all) console.warn(formatProblem(problem))
    if (!site.origin)
      console.warn(
        'SITE_URL is not set: no sitemap, and no absolute addresses in share tags. Set it to the public origin.',
      )
    const count = problems.errors.length
    console.log(
      `${articles} articles, ${size.files} files in ${seconds.toFixed(1)} s` +
        (count > 0 ? `; ${count} errors: those seeds are left out` : ''),
    )
    if (!shard) for (const line of hostReport(host, size)) console.log(line)
    if (strict && count > 0) throw new Error(`${count} errors in the seeds, and STRICT is set`)
  }

  return {
    name: 'shiye',
    enforce: 'post',
    sharedDuringBuild: true, // the template of the client's build is filled by the server's

    config: (config, { command }) => {
      if (command !== 'build') return {}
      // The app is built aside, to be used again; the site is made of it.
      outDir = resolve(config.root ?? '.', config.build?.outDir ?? (shard ? folderOfShard(shard) : 'dist'))
      return {
        builder: { buildApp },
        build: { outDir: join(stage, 'client'), emptyOutDir: true },
        environments: {
          ssr: {
            build: {
              outDir: join(stage, 'server'),
              rollupOptions: { input: SERVER_ENTRIES },
              copyPublicDir: false,
            },
            // One bundle of everything: it is loaded from outside the project's folder.
            resolve: { noExternal: true },
            define: { 'process.env.NODE_ENV': '"production"' },
          },
        },
      }
    },

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
        withStart(String(index.source), await buildStartScript()),
        scriptsInOrder(entry.fileName, bundle).map(file => site.base + file),
      )
      for (const chunk of chunks)
        if (chunk.isDynamicEntry && chunk.facadeModuleId)
          scripts[relative('.', chunk.facadeModuleId).split(sep).join('/')] = scriptsInOrder(
            chunk.fileName,
            bundle,
          )
            .map(file => site.base + file)
            .filter(file => !template.includes(file))
      const policyFor = (place: 'document' | 'header') =>
        contentSecurityPolicy(template + typesetScript, { ...options, ...site }, place)
      policy = policyFor('document')
      // The prerendered home page takes its place.
      delete bundle['index.html']
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('shell.html', shellOf(template, site, policy))
      emit('_headers', headersFile(headerRules(policyFor('header'), site.base)))
    },

    configureServer: server => serveSeeds(server),

    configurePreviewServer(server) {
      recover(resolve(server.config.root, server.config.build.outDir))
      return previewLikeHost(server)
    },
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
      const parts = {
        template: withStart(html, await buildStartScript()),
        scripts: {},
        typesetScript: await buildTypesetScript(),
        policy: null,
      }
      return createPrerender(parts, render, site)(path, files)
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
