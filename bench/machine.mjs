import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

export const chromium = process.env.CHROMIUM_PATH || '/usr/bin/chromium'

/** The head of a report: what it was measured on, and with. */
export function describeMachine(versions, options) {
  const [{ model }] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const load = loadavg()[0].toFixed(1)
  const programs = [
    `Node ${process.version.slice(1)}`,
    chromiumVersion(),
    ...Object.entries(versions).map(([name, version]) => `${name} ${version}`),
  ]
  return `${cpus().length} × ${model}, ${memory}, load ${load} at the start; ${programs.filter(Boolean).join(', ')}.\n${options}`
}

function chromiumVersion() {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync(chromium, ['--version'], options).match(/Chrom\w+ [\d.]+/)?.[0]
  } catch {
    return null
  }
}
