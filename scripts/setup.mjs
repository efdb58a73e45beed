// What every command needs first: the locked packages, the pinned Node, the built workbench. Runs under the machine's own Node (18 or later).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const at = (...parts) => join(root, ...parts)
/** The Node that the program runs under, pinned in package.json. */
export const pinnedNode = at('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** Runs a program in the repository's root with its output shown; ends this process with its status when it fails. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (done.error) fail(`${program} could not be started: ${done.error.message}`)
  if (done.status !== 0) process.exit(done.status ?? 1)
}

export function fail(message) {
  process.stderr.write(`dragoman: ${message}\n`)
  process.exit(3)
}

/** Installs the locked packages when package-lock.json changed since the last time. */
export function install() {
  const stamp = at('node_modules', '.dragoman-lock')
  const lock = hash([at('package-lock.json'), at('.npmrc')])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(pinnedNode)) return
  console.log('Installing packages (once for each change of package-lock.json) …')
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip', NODE_ENV: 'development' }
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env, shell: process.platform === 'win32' })
  if (!existsSync(pinnedNode)) {
    run('npm', ['rebuild', 'node', '--foreground-scripts', '--loglevel=error'], {
      env,
      shell: process.platform === 'win32',
    })
    if (!existsSync(pinnedNode))
      fail('the pinned Node was not installed; run "npm rebuild node" and look at its message')
  }
  writeFileSync(stamp, lock)
}

/** Builds the workbench when what it is made of changed since the last time. */
export function buildWorkbench() {
  const stamp = at('web', 'dist', '.stamp')
  const made = hash(
    ['web', 'src/model', 'src/text', 'src/review', 'src/server', 'src/ontologies']
      .flatMap((f) => filesIn(at(f)))
      .concat(at('package-lock.json')),
  )
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return
  console.log('Building the workbench …')
  run(pinnedNode, [
    at('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--config',
    at('web', 'vite.config.ts'),
    '--logLevel',
    'warn',
  ])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, made)
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesIn(path) : [path]
    })
}

function hash(paths) {
  const sum = createHash('sha256')
  for (const path of paths) sum.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return sum.digest('hex')
}
