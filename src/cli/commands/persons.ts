import { type Known, knownPersons } from '../../app/persons.ts'
import { csvRows, personHeader, personRows } from '../../exporters/csv.ts'
import { DragomanError } from '../../model/index.ts'
import { type Identity, personsCalled } from '../../review/index.ts'
import type { Store } from '../../store/store.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { decisionOptions } from '../decision.ts'
import { csvOption, databasePath, db, json } from '../options.ts'
import { count, line, many, printJson, table, write } from '../print.ts'
import { merge, unmerge } from './persons/decide.ts'
import { decisionRows, evidenceLines, personLines, proposalLines } from './persons/lines.ts'

/** What the first word asks for, where it is one of these: to add one, name it here. */
const acts: Readonly<
  Record<
    string,
    (known: Known, words: readonly string[], args: Arguments, context: Context, store: Store) => Promise<number>
  >
> = { merge, unmerge }

/** The persons of the record across its documents, and what is decided on who is one with whom. */
export const persons: Command = {
  name: 'persons',
  usage: 'persons [NAME|ID] [--proposed|--decisions] [--json|--csv] | persons merge A B … | persons unmerge ID [ID …]',
  what: 'Lists the persons of the record with the offices that documents give them, or shows one with every office, its words and the evidence that joins documents. merge makes persons one, unmerge parts them; both are decisions that can be undone.',
  options: [
    db,
    { name: '--proposed', takes: null, what: 'list who may be one with whom, with the evidence' },
    { name: '--decisions', takes: null, what: 'list what was decided, and which decisions are orphaned' },
    ...decisionOptions,
    json,
    csvOption,
  ],
  examples: [
    'dragoman persons',
    'dragoman persons Lavrov',
    'dragoman persons --proposed',
    'dragoman persons merge pA1b2C3d4E5f pF5e4D3c2B1a --reason "the same letters of credence"',
    'dragoman persons unmerge pF5e4D3c2B1a',
    'dragoman persons --csv > offices.csv',
  ],
  arguments: [0, 100],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    try {
      const [first, ...rest] = args.values
      const known = knownPersons(store)
      const act = first === undefined ? undefined : acts[first]
      if (act !== undefined) return await act(known, rest, args, context, store)
      if (args.has('--decisions')) return await printDecisions(store, known, args, context)
      return await list(known, args.values.length === 0 ? null : args.values.join(' '), args, context)
    } finally {
      store.close()
    }
  },
}

async function list(known: Known, words: string | null, args: Arguments, context: Context): Promise<number> {
  const found = words === null ? byWeight(known.persons) : personsCalled(words, known.persons)
  if (words !== null && found.length === 0)
    throw new DragomanError('not-found', `the record knows nobody called “${words}”; “dragoman persons” lists them`)
  const shown = new Set(found.flatMap((p) => p.records.map((r) => r.id)))
  const proposals = known.proposals.filter((p) => p.findings.some((id) => shown.has(id)))
  if (args.has('--json')) await printJson(context, { persons: found, proposals, orphaned: known.orphaned })
  else if (args.has('--csv')) await write(context.stdout, csvRows([personHeader, ...rowsOf(found, known)]))
  else if (args.has('--proposed')) await lines(context, proposalLines(proposals, known))
  else if (words !== null && found.length === 1)
    await lines(context, [
      ...personLines(found[0]!, known),
      ...evidenceLines(found[0]!, known),
      ...proposalLines(proposals, known),
    ])
  else await printList(found, proposals.length, context)
  return EXIT.ok
}

/** Those whom most documents name first. */
const byWeight = (persons: readonly Identity[]): Identity[] =>
  persons.toSorted((a, b) => b.records.length - a.records.length || mentionsOf(b) - mentionsOf(a))

const mentionsOf = (p: Identity): number => p.records.reduce((sum, r) => sum + r.mentions.length, 0)

const rowsOf = (found: readonly Identity[], { documents }: Known) =>
  found.flatMap((p) => p.records.flatMap((r) => personRows(r, p.id, documents.get(r.doc)!)))

async function printList(found: readonly Identity[], proposed: number, context: Context): Promise<void> {
  if (found.length === 0) {
    const why = 'Documents that were read before persons were kept need “dragoman read FILE --again”.'
    return line(context, `The record holds no persons. ${why}`)
  }
  const rows = found.map((p) => [
    p.id,
    p.name,
    p.codes.join(', ') || '?',
    p.records.flatMap((r) => r.offices.map((o) => o.title)).at(-1) ?? '—',
    count(p.records.length),
    count(mentionsOf(p)),
  ])
  await line(context, table(context, ['id', 'name', 'of', 'office', 'documents', 'mentions'], rows))
  if (proposed > 0)
    await line(context, `${many(proposed, 'pair')} may be one person; “dragoman persons --proposed” shows why`)
}

async function printDecisions(store: Store, known: Known, args: Arguments, context: Context): Promise<number> {
  const decisions = store.decisions('person')
  const orphaned = new Map(known.orphaned.map((o) => [o.decision.number, o.missing]))
  if (args.has('--json'))
    await printJson(
      context,
      decisions.map((d) => ({ ...d, missing: orphaned.get(d.number) ?? [] })),
    )
  else if (decisions.length === 0) await line(context, 'Nothing was decided on persons yet.')
  else {
    const nameOf = (id: string): string => store.person(id)?.entry.name ?? 'nobody known'
    await line(context, table(context, ...decisionRows(decisions, orphaned, nameOf)))
  }
  return EXIT.ok
}

async function lines(context: Context, all: readonly string[]): Promise<void> {
  for (const one of all) await line(context, one)
}
