import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** How often the memory of the tree is looked at. */
const SAMPLE_MS = 50

/** Longer than this, a build is given up. */
const LIMIT_MS = 45 * 60_000

/**
 * Runs a program and measures it with everything that it starts.
 *
 * @returns seconds on the clock, seconds of processor, and the most memory in bytes that its processes held at one moment
 *   (null where the system has no /proc)
 * @throws with the end of what it printed, if it fails
 */
export async function runMeasured({ command, args, cwd, env }) {
  // The shell adds up the time of all that it waited for.
  const script = '"$@"; code=$?; times >&3; exit $code'
  const begin = process.hrtime.bigint()
  const child = spawn('sh', ['-c', script, 'sh', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const [printed, times] = [collect([child.stdout, child.stderr], 4000), collect([child.stdio[3]], 4000)]
  let peak = 0
  const sampler = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid))
  }, SAMPLE_MS)
  const kill = () => process.kill(-child.pid, 'SIGKILL')
  const limit = setTimeout(kill, LIMIT_MS)
  process.prependOnceListener('exit', kill)
  let end = begin
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      end = process.hrtime.bigint()
    })
    child.once('close', (code, signal) => resolve(code ?? signal))
  }).finally(() => {
    clearInterval(sampler)
    clearTimeout(limit)
    process.off('exit', kill)
  })
  if (code !== 0) throw new Error(`ended with ${code}: ${lastLines(printed())}`)
  return { wall: Number(end - begin) / 1e9, cpu: secondsIn(times()), memory: peak || null }
}

/** The second line of `times` is about the children: user and system. */
function secondsIn(times) {
  const [, children = ''] = times.split('\n')
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.length === 2
    ? parts.reduce((sum, [, min, sec]) => sum + Number(min) * 60 + Number(sec), 0)
    : null
}

/** Bytes that a process and all below it hold in memory; what two of them share counts twice. */
function memoryOf(pid) {
  if (!existsSync(`/proc/${pid}`)) return 0
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const below = readdirSync(`/proc/${pid}/task`).flatMap(thread =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return below.reduce((sum, child) => sum + memoryOf(child), Number(kilobytes) * 1024)
  } catch {
    return 0 // it has just ended
  }
}

/** Keeps the end of what streams say. */
function collect(streams, most) {
  let text = ''
  for (const stream of streams)
    stream.on('data', data => {
      text = (text + data).slice(-most)
    })
  return () => text
}

function lastLines(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of terminals
  const lines = text.replace(/\u001b\[[\d;]*m/g, '').split('\n')
  const telling = lines.filter(line => /error|fatal|cannot|not found/i.test(line))
  return (telling[0] ?? lines.filter(line => line.trim()).at(-1) ?? 'nothing was said').trim().slice(0, 300)
}
