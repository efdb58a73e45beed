// The command line with a plain reader in place of the language model: node test/conformance/cli.program.ts read FOLDER --db FILE
import { commands } from '../../src/cli/commands.ts'
import { run } from '../../src/cli/run.ts'
import { happeningsOf } from '../../src/review/index.ts'
import { openStore } from '../../src/store/index.ts'
import { plainApp } from './cli.fixture.ts'

const interrupted = { yes: false }
process.on('SIGINT', () => {
  interrupted.yes = true
})
process.exitCode = await run(
  process.argv.slice(2),
  commands,
  {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    now: () => new Date(),
    app: async () => plainApp(Number(process.env.DELAY ?? 5)),
    store: async (path, mustExist) => openStore(path, mustExist, happeningsOf),
    net: () => Promise.reject(new Error('the tests have no network')),
    interrupted,
  },
  '0.0.0',
)
