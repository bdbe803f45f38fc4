// npm run merge: makes the site of its parts, which lie in parts/ or where PARTS_DIR says.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['vite', 'build', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SHARD: '', MERGE: process.env.PARTS_DIR || 'parts' },
})
process.exitCode = status ?? 1
