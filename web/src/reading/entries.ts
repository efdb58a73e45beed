import type { EventRecord, Span, StatementRecord } from '../../../src/model/index.ts'

/** An entry of the record as the reading view shows it; `spans` is the text that it is drawn over. */
export type Entry =
  | { readonly kind: 'event'; readonly id: string; readonly spans: readonly Span[]; readonly record: EventRecord }
  | {
      readonly kind: 'statement'
      readonly id: string
      readonly spans: readonly Span[]
      readonly record: StatementRecord
    }

/** Entries in the order of the text, the longer first where two begin together. */
export function entriesOf(events: readonly EventRecord[], statements: readonly StatementRecord[]): Entry[] {
  const entries: Entry[] = [
    ...events.map((record): Entry => ({ kind: 'event', id: record.id, spans: [record.span], record })),
    ...statements.map((record): Entry => ({ kind: 'statement', id: record.id, spans: record.content, record })),
  ]
  const start = (entry: Entry): number => entry.record.citation.start
  const length = (entry: Entry): number => entry.record.citation.end - start(entry)
  return entries.sort((a, b) => start(a) - start(b) || length(b) - length(a))
}

/** The roles that stretches of text play in one entry, for marking them when it is chosen. */
export type Role = 'trigger' | 'actor' | 'recipient' | 'speaker' | 'cue' | 'when' | 'where'

export function rolesOf(entry: Entry): (readonly [Role, Span])[] {
  const some = (role: Role, span: Span | null | undefined): (readonly [Role, Span])[] =>
    span === null || span === undefined ? [] : [[role, span]]
  const { record } = entry
  if (entry.kind === 'statement') {
    const { speaker, cue, said } = entry.record
    return [...some('speaker', speaker), ...some('cue', cue), ...some('when', said.span)]
  }
  const { trigger, actors, recipients, when, where } = record as EventRecord
  return [
    ...some('trigger', trigger),
    ...actors.flatMap((side) => some('actor', side.span)),
    ...recipients.flatMap((side) => some('recipient', side.span)),
    ...some('when', when.span),
    ...some('where', where?.span),
  ]
}
