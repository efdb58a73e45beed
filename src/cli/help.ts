import type { Command } from './context.ts'

/** Help on all commands. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Dragoman reads documents about relations between states and keeps a dated, attributed, cited record.',
    '',
    'usage: dragoman COMMAND …',
    '',
    ...commands.map((c) => `  ${c.name.padEnd(11)} ${c.what.split(/(?<=\.)\s/u)[0]}`),
    '  help        Tells more of a command: dragoman help read',
    '',
    EXITS,
  ].join('\n')

export const EXITS =
  'exit status: 0 done; 1 something could not be read, or something wrong was found; 2 wrong usage; 3 the installation, the database or the disk; 130 interrupted'

/** Help on one command. */
export const helpOn = (command: Command): string =>
  [
    command.what,
    '',
    `usage: dragoman ${command.usage}`,
    ...(command.options.length > 0 ? ['', 'options:'] : []),
    ...command.options.map((o) => `  ${(o.takes === null ? o.name : `${o.name} ${o.takes}`).padEnd(22)} ${o.what}`),
    '',
    'examples:',
    ...command.examples.map((e) => `  ${e}`),
    '',
    EXITS,
  ].join('\n')
