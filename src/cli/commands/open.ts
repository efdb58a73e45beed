import { DragomanError } from '../../model/index.ts'
import { type Command, EXIT } from '../context.ts'
import { codebookOption, databasePath, db, projectCodebookPath } from '../options.ts'
import { line } from '../print.ts'

/** Taken unless another is asked for; any free one when it is in use. */
const USUAL_PORT = 4180

export const open: Command = {
  name: 'open',
  usage: 'open [--port NUMBER] [--no-browser] [--db FILE]',
  what: 'Serves the workbench on this computer alone (127.0.0.1) and opens it in the browser. Ctrl+C ends it.',
  options: [
    db,
    codebookOption,
    {
      name: '--port',
      takes: 'NUMBER',
      what: 'the port (4180; 0 for any that is free)',
      check: (v) => (/^\d{1,5}$/u.test(v) && Number(v) < 65_536 ? null : 'write a number from 0 to 65535'),
    },
    { name: '--no-browser', takes: null, what: 'only print the address' },
  ],
  examples: ['dragoman open', 'dragoman open --port 0 --no-browser'],
  arguments: [0, 0],
  async run(args, context) {
    const { serve } = await import('../../server/serve.ts')
    const wanted = args.option('--port')
    const start = (port: number) =>
      serve({
        db: databasePath(args, context),
        port,
        app: () => context.app(projectCodebookPath(args, context)),
        open: !args.has('--no-browser') && Boolean(context.stdout.isTTY),
      })
    const served = await start(Number(wanted ?? USUAL_PORT)).catch((error: unknown) => {
      if (wanted === null && error instanceof DragomanError && error.code === 'port-taken') return start(0)
      throw error
    })
    await line(context, `The workbench is at ${served.url}  (Ctrl+C ends it)`)
    while (!context.interrupted.yes) await new Promise((resolve) => setTimeout(resolve, 100))
    await served.close()
    return EXIT.ok
  },
}
