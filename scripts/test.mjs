import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { at, buildWorkbench, fail, install, pinnedNode, root } from './setup.mjs'

install()
buildWorkbench()
const chromium = browser()
const bin = (...path) => at('node_modules', ...path)
const steps = [
  ['format and lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']],
  ['types', [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  ['types of the workbench', [bin('typescript', 'bin', 'tsc'), '-p', 'web/tsconfig.json']],
]
const suites = [
  ['unit, golden, conformance', 'vitest.config.ts'],
  ['end to end', 'vitest.e2e.config.ts'],
]
mkdirSync(at('test-results'), { recursive: true })

let passed = 0
let failed = 0
for (const [name, args] of steps) {
  const good = start(args) === 0
  tell(name, good, good ? 1 : 0, good ? 0 : 1)
}
for (const [name, config] of suites) {
  const report = at('test-results', `${config}.json`)
  rmSync(report, { force: true })
  const good =
    start([
      bin('vitest', 'vitest.mjs'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ]) === 0
  const { numPassedTests, numFailedTests } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 }
  tell(name, good, numPassedTests, good ? 0 : Math.max(1, numFailedTests))
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** The status of a program run under the pinned Node, its output shown. */
function start(args) {
  return spawnSync(pinnedNode, args, { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } })
    .status
}

function tell(name, good, passes, failures) {
  passed += passes
  failed += failures
  console.log(`${good ? '✓' : '✗'} ${name}`)
}

/** Debian's Chromium, installed when it is missing and this user may. */
function browser() {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the end-to-end tests …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  return fail(
    'the end-to-end tests need Chromium: install it (Debian: sudo apt-get install chromium) or set CHROMIUM to its path',
  )
}
