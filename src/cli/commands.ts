import { code } from './commands/code.ts'
import { codebook } from './commands/codebook.ts'
import { doctor } from './commands/doctor.ts'
import { documents } from './commands/documents.ts'
import { exportCommand } from './commands/export.ts'
import { events, statements } from './commands/lists.ts'
import { members } from './commands/members.ts'
import { open } from './commands/open.ts'
import { persons } from './commands/persons.ts'
import { read } from './commands/read.ts'
import { references } from './commands/references.ts'
import { show } from './commands/show.ts'
import type { Command } from './context.ts'

/** Every command: to add one, name it here and in docs/cli.md. */
export const commands: readonly Command[] = [
  read,
  open,
  events,
  statements,
  persons,
  show,
  documents,
  references,
  members,
  exportCommand,
  code,
  codebook,
  doctor,
]
