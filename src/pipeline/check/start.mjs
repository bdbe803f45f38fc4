// npm run check: Vite, which is here anyway, reads the TypeScript; Node 20 would not.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('command.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
// Whoever reads may have seen enough: `| head`.
process.stdout.on('error', error => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await module.check(process.argv.slice(2), process)
