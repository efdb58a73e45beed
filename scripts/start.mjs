// npm start: sets everything up, reads samples/ into an embedded record and opens the workbench.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { at, buildWorkbench, install, pinnedNode, root, run } from './setup.mjs'

console.log('Dragoman')
install()
buildWorkbench()
mkdirSync(at('.dragoman'), { recursive: true })
const database = process.env.DRAGOMAN_DB ?? at('.dragoman', 'record.sqlite')
const program = at('src', 'cli', 'main.ts')
run(pinnedNode, [program, 'read', at('samples'), '--db', database])
const workbench = spawn(pinnedNode, [program, 'open', '--db', database, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => workbench.kill(signal))
workbench.on('exit', (status) => process.exit(status ?? 0))
