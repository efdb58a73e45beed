import { askMembers, type Membership } from '../../app/members.ts'
import { csvRows } from '../../exporters/csv.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { csvOption, json, on } from '../options.ts'
import { ink, line, printJson, table, write } from '../print.ts'

/** Who is a member of which body, and since when. */
export const members: Command = {
  name: 'members',
  usage: 'members BODY|STATE [STATE] [--on DATE] [--json|--csv]',
  what: 'Says which states are members of a body (an alliance, a union, a group of states), of which bodies a state is one, or whether a state was a member of a body on a day, with where the dates can be checked. Needs no record.',
  options: [on, json, csvOption],
  examples: [
    'dragoman members NATO',
    'dragoman members NATO Finland --on 2023-04-01',
    'dragoman members Syria --on 2015',
  ],
  arguments: [1, 2],
  async run(args, context) {
    const [first, second] = args.values
    await print(askMembers(first!, second ?? null, args.option('--on')), args, context)
    return EXIT.ok
  },
}

async function print(found: Membership, args: Arguments, context: Context): Promise<void> {
  const { answer, knownUntil, stays } = found
  if (args.has('--json')) return printJson(context, found)
  const header = ['body', 'member', 'code', 'since', 'until', 'suspended']
  const rows = stays.map((s) => [s.bodyName, s.memberName, s.member, s.since, s.until ?? '', s.suspended.join(', ')])
  if (args.has('--csv'))
    return write(
      context.stdout,
      csvRows([[...header, 'source'], ...rows.map((row, at) => [...row, stays[at]!.source])]),
    )
  const { bold, dim } = ink(context)
  if (answer !== null) await line(context, bold(answer))
  if (rows.length > 0) await line(context, table(context, header, rows))
  const notes = stays.flatMap((s) => [`${s.bodyName}: ${s.source}`, ...(s.note === null ? [] : [s.note])])
  for (const note of new Set(notes)) await line(context, dim(note))
  await line(context, dim(`known until ${knownUntil}`))
}
