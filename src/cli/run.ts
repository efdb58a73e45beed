import { DragomanError } from '../model/index.ts'
import { meant, readArguments } from './arguments.ts'
import { type Command, type Context, EXIT } from './context.ts'
import { helpOn, overview } from './help.ts'
import { line, write } from './print.ts'

/** Runs one command line over the commands there are. Returns the exit status; errors are one message on standard error. */
export async function run(
  words: readonly string[],
  commands: readonly Command[],
  context: Context,
  version: string,
): Promise<number> {
  try {
    const [name, ...rest] = words
    if (name === '--version' || name === 'version') return await say(context, `dragoman ${version}`)
    const wanted = name === undefined || name === '--help' || name === '-h' || name === 'help' ? 'help' : name
    if (wanted === 'help') return await help(rest[0], commands, context, name === undefined)
    const command = find(commands, wanted)
    if (rest.includes('--help') || rest.includes('-h')) return await say(context, helpOn(command))
    return await command.run(readArguments(command, rest), context)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return EXIT.ok
    await write(context.stderr, `dragoman: ${error instanceof DragomanError ? error.message : unexpected(error)}\n`)
    return statusOf(error)
  }
}

async function help(
  topic: string | undefined,
  commands: readonly Command[],
  context: Context,
  missing: boolean,
): Promise<number> {
  await line(context, topic === undefined ? overview(commands) : helpOn(find(commands, topic)))
  return missing ? EXIT.usage : EXIT.ok
}

async function say(context: Context, text: string): Promise<number> {
  await line(context, text)
  return EXIT.ok
}

function find(commands: readonly Command[], name: string): Command {
  const command = commands.find((c) => c.name === name)
  if (command !== undefined) return command
  const names = commands.map((c) => c.name)
  throw new DragomanError(
    'usage',
    `there is no command ${name}${meant(name, names)}\nthe commands are ${names.join(', ')} and help`,
  )
}

const unexpected = (error: unknown): string =>
  `something broke that should not: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nplease report it with what you typed`

/** The error's code decides the status; this is the only place that maps it. */
function statusOf(error: unknown): number {
  if (!(error instanceof DragomanError)) return EXIT.environment
  if (error.code === 'usage') return EXIT.usage
  return /^(?:database-|disk-|model-|codebook-|port-|cannot-listen|workbench-)/u.test(error.code)
    ? EXIT.environment
    : EXIT.trouble
}
